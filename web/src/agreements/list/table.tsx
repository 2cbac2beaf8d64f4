import type { AgreementRow } from '@lianyu/projections/folds';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { signedOnText } from '../../registration/signed-on.ts';
import { Tag, useNames } from '../../ui/index.ts';
import '../../registration/registration.css';
import { stageTone } from '../tones.ts';
import { type Column, columnsOf } from './columns.ts';

const dates: ReadonlySet<Column> = new Set(['began', 'signed', 'lastMove', 'until']);

/** A table where there is room, cards where there is not; arrow keys move from one agreement to the next. */
export function AgreementTable({ rows, own }: { rows: readonly AgreementRow[]; own: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = columnsOf(rows);
  return (
    <table className="data agreements" onKeyDown={moveBetweenLinks}>
      <caption className="hidden-text">
        {t('agreements.title')} · {t('agreements.list.hint')}
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={dates.has(column) ? 'num' : ''}>
              {t(`agreements.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          // The whole line is a target for the pointer; for everybody else there is the link in it.
          <tr key={row.id} onClick={() => void navigate(`/agreements/${row.id}`)} className={isOwnTurn(row, own) ? 'own-turn' : ''}>
            {columns.map((column) => (
              <Cell key={column} column={column} row={row} own={own} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ column, row, own }: { column: Column; row: AgreementRow; own: string }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  switch (column) {
    case 'agreement':
      return (
        <td className="what">
          <Link to={`/agreements/${row.id}`} onClick={(event) => event.stopPropagation()}>
            <TitleOf row={row} />
          </Link>
          <Marks row={row} />
          <div className="muted small">
            {[row.mode && t(`terms.mode.${row.mode}`), row.number, row.round !== undefined && t('agreements.round', { number: row.round })]
              .filter(Boolean)
              .join(' · ') || t('agreements.unsigned')}
            {row.unconfirmed &&
              row.unconfirmed.length > 0 &&
              ` · ${t('registration.unconfirmed', { names: row.unconfirmed.map(nameOf).join(t('agreements.sharing.comma')) })}`}
          </div>
        </td>
      );
    case 'parties':
      return <td className="between">{row.title === undefined ? '' : row.parties.map(nameOf).join(' — ')}</td>;
    case 'stage':
      return (
        <td>
          <Tag tone={stageTone[row.stage]}>{t(`terms.stage.${row.stage}`)}</Tag>
        </td>
      );
    case 'turn': {
      const turn = row.turn ?? [];
      return (
        <td>
          {turn.length > 0 && (
            <Tag tone={isOwnTurn(row, own) ? 'act' : 'plain'}>
              {isOwnTurn(row, own) ? t('agreements.yourTurn') : turn.map(nameOf).join(t('agreements.sharing.comma'))}
            </Tag>
          )}
        </td>
      );
    }
    case 'began':
      return <Dated label={t('agreements.column.began')} date={row.beganOn} />;
    case 'signed':
      return <Dated label={t('agreements.column.signed')} date={row.signedOn && signedOnText(t, row.signedOn)} />;
    case 'lastMove':
      return <Dated label={t('agreements.column.lastMove')} date={row.lastMoveOn} />;
    case 'until':
      return <Dated label={t('agreements.column.until')} date={row.until} />;
  }
}

/** On a card a date needs its word; in the table the heading says it. */
function Dated({ label, date }: { label: string; date: string | undefined }) {
  return (
    <td className="num">
      {date !== undefined && (
        <>
          <span className="card-label">{label} </span>
          {date}
        </>
      )}
    </td>
  );
}

/** 补录 stands wherever the agreement does, and what keeps it from counting. */
function Marks({ row }: { row: AgreementRow }) {
  const { t } = useTranslation();
  if (!row.registered) return null;
  return (
    <span className="marks">
      <Tag tone="plain">{t('registration.mark')}</Tag>
      {row.scanMissing && <Tag tone="wait">{t('registration.scanMissing')}</Tag>}
    </span>
  );
}

function TitleOf({ row }: { row: AgreementRow }) {
  const { i18n } = useTranslation();
  const nameOf = useNames();
  if (!row.title) return <b>{row.parties.map(nameOf).join(' — ')}</b>;
  return <b>{i18n.language === 'en' && row.title.en ? row.title.en : row.title.zh}</b>;
}

const isOwnTurn = ({ turn }: AgreementRow, own: string) => (turn ?? []).some((party) => party === own);

function moveBetweenLinks(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('tbody a')];
  const at = links.findIndex((link) => link.matches(':focus'));
  if (at < 0) return;
  event.preventDefault();
  links[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
}
