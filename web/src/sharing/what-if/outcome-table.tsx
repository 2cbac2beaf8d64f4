import { useTranslation } from 'react-i18next';
import { periodText } from '../../figures/numbers.ts';
import { amountText, Tag, useNames } from '../../ui/index.ts';
import { type OutcomeRow, ofKinds, type Subject } from './outcome.ts';

interface Props {
  readonly subject: Subject;
  readonly parties: readonly string[];
  /** The cell that is asked about. */
  readonly asked: { readonly from: string; readonly party: string } | undefined;
  readonly onAsk: (row: OutcomeRow, party: string) => void;
}

/** The same as the chart as a table: a line for each period, and every amount can be asked why. */
export function OutcomeTable({ subject: { rows, unit, ledger }, parties, asked, onAsk }: Props) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const topped = rows.some(({ statement }) => statement.lines.some(({ kind }) => kind === 'guarantee'));
  return (
    <div className="table-scroll">
      <table className="data outcome">
        <caption className="hidden-text">{t('sharing.trial.outcome')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('sharing.trial.period')}</th>
            <th scope="col" className="num">
              {t('sharing.trial.base')}（{t(`sharing.unit.${unit}`)}）
            </th>
            {parties.map((party) => (
              <th key={party} scope="col" className="num">
                {nameOf(party)}
              </th>
            ))}
            {topped && (
              <th scope="col" className="num">
                {t('why.line.guarantee')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { statement } = row;
            return (
              <tr key={statement.period.from}>
                <th scope="row" className="nowrap">
                  {periodText(statement.period)}
                  {statement.year !== undefined && <span className="muted small"> {t('why.year', { year: statement.year })}</span>}
                  {ledger === 'appraisal' && <Tag tone="wait">{t('sharing.internal')}</Tag>}
                  {statement.marks.map((mark) => (
                    <span key={mark} className="muted small">
                      {' '}
                      {t(`why.mark.${mark}`)}
                    </span>
                  ))}
                </th>
                <td className="num">{amountText(statement.base, unit)}</td>
                {row.parties.map(({ party, amount }) => {
                  const shown = asked?.party === party && asked.from === statement.period.from;
                  return (
                    <td key={party} className={shown ? 'num asked' : 'num'}>
                      <button type="button" className="link plain" aria-pressed={shown} title={t('why.title')} onClick={() => onAsk(row, party)}>
                        {amountText(amount.toString(), unit)}
                      </button>
                    </td>
                  );
                })}
                {topped && <td className="num">{toppedUp(row, unit)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function toppedUp({ statement, parties }: OutcomeRow, unit: Subject['unit']): string {
  const paid = parties.map(({ party }) => ofKinds(statement, party, ['guarantee'])).filter((amount) => amount > 0n);
  return paid.length === 0 ? '' : amountText(paid.reduce((sum, amount) => sum + amount, 0n).toString(), unit);
}
