import type { StatementRow } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { periodText } from '../../figures/numbers.ts';
import { amountText, Tag, useNames } from '../../ui/index.ts';
import { statementPath } from '../address.ts';
import { stageTone, today, useBilingual, useSubject } from '../words.ts';

/** One line for each statement: of what, how far it has come, whose turn it is, what is open. */
export function StatementTable({ rows }: { rows: readonly StatementRow[] }) {
  const { t } = useTranslation();
  return (
    <div className="table-scroll">
      <table className="data statements">
        <thead>
          <tr>
            <th scope="col">{t('settlement.column.statement')}</th>
            <th scope="col">{t('settlement.column.period')}</th>
            <th scope="col">{t('settlement.column.stage')}</th>
            <th scope="col" className="num">
              {t('settlement.column.shares')}
            </th>
            <th scope="col" className="num">
              {t('settlement.column.open')}
            </th>
            <th scope="col">{t('settlement.column.turn')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={`${row.agreement}${row.clause}${row.ledger}${row.period.from}`} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ row }: { row: StatementRow }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const textOf = useBilingual();
  const subjectOf = useSubject();
  const overdue = row.paymentDue !== undefined && row.open !== undefined && row.open !== '0' && row.paymentDue < today();
  return (
    <tr className={row.waitsForUs ? 'own-turn' : ''}>
      <td>
        <Link to={statementPath(row, row.period.from)}>
          <b>{textOf(row.title)}</b>
        </Link>
        <div className="muted small">
          {row.number} · {textOf(row.heading)} {row.internal && <Tag tone="wait">{t('sharing.internal')}</Tag>}
        </div>
      </td>
      <td className="nowrap">{periodText(row.period)}</td>
      <td>
        <Tag tone={stageTone[row.stage]}>{t(`settlement.stage.${row.stage}`)}</Tag>
        {row.openDisputes > 0 && <div className="small refusal">{t('settlement.openDisputes', { count: row.openDisputes })}</div>}
      </td>
      <td className="num">
        {(row.amounts ?? []).slice(0, 2).map(({ subject, unit, shares }) => (
          <div key={subject}>
            {row.amounts && row.amounts.length > 1 && <span className="muted small">{subjectOf(subject)} </span>}
            {shares.map(({ party, amount }) => (
              <div key={party}>
                <span className="muted small">{nameOf(party)}</span> {amountText(amount, unit)}
              </div>
            ))}
          </div>
        ))}
        {(row.amounts ?? []).length > 2 && (
          <div className="muted small">{t('settlement.moreSubjects', { count: (row.amounts ?? []).length - 2 })}</div>
        )}
      </td>
      <td className="num">
        {row.open !== undefined && row.open !== '0' && (
          <>
            {amountText(row.open, 'fen')}
            <div className={overdue ? 'small refusal' : 'muted small'}>
              {overdue
                ? t('settlement.overdueSince', { date: row.paymentDue ?? '' })
                : row.paymentDue && t('settlement.dueOn', { date: row.paymentDue })}
            </div>
          </>
        )}
      </td>
      <td>
        {row.awaits.length > 0 && (
          <>
            <Tag tone={row.waitsForUs ? 'act' : 'plain'}>{row.waitsForUs ? t('agreements.yourTurn') : row.awaits.map(nameOf).join('、')}</Tag>
            <div className="muted small">{t('settlement.confirmBy', { date: row.confirmationDue })}</div>
          </>
        )}
      </td>
    </tr>
  );
}
