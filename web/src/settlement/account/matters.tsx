import type { MatterDocument } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { formatDay, formatInstant } from '../../i18n/format.ts';
import { amountText, Card, Tag, useNames } from '../../ui/index.ts';
import { ActionsHere } from '../acts/actions.tsx';
import type { AccountId } from '../address.ts';
import type { AccountView } from '../use-account.ts';
import type { SettlementAction } from '../use-settlement-actions.ts';

/** What takes the agreement of all: closing a year, winding up, closing the account; and the years that are closed. */
export function Matters({ id, view, actions }: { id: AccountId; view: AccountView; actions: readonly SettlementAction[] }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const { account } = view;
  const matters = (account?.matters ?? []).filter(({ kind }) => kind !== 'resolution');
  const closed = account?.closedYears ?? [];
  return (
    <Card title={t('settlement.matter.title')}>
      {account?.lastDay !== undefined && <p>{t('settlement.matter.lastDay', { date: account.lastDay })}</p>}
      <ul className="list">
        {matters.map((matter) => (
          <li key={matter.matter}>
            <Matter matter={matter} />
            <ActionsHere id={id} view={view} actions={actions} here={({ about }) => about?.matter === matter.matter} />
          </li>
        ))}
        {closed.map((year) => (
          <li key={year.year}>
            <b>{t('settlement.matter.yearClosed', { year: year.year })}</b> <span className="muted small">{formatDay(year.at)}</span>
            {year.totals.map((total) => (
              <div key={`${total.from}${total.to}`} className="small">
                {nameOf(total.from)} → {nameOf(total.to)}：{t('settlement.balance.due')} {amountText(total.due, 'fen')}，
                {t('settlement.balance.received')} {amountText(total.received, 'fen')}，{t('settlement.balance.open')} {amountText(total.open, 'fen')}
              </div>
            ))}
          </li>
        ))}
      </ul>
      {matters.length + closed.length === 0 && <p className="muted">{t('settlement.matter.none')}</p>}
      <ActionsHere
        id={id}
        view={view}
        actions={actions}
        here={({ command }) => command === 'propose-year-closing' || command === 'propose-winding-up' || command === 'propose-closing'}
      />
    </Card>
  );
}

function Matter({ matter }: { matter: MatterDocument }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  return (
    <>
      <div className="row">
        <b>{t(`settlement.matter.kind.${matter.kind}`)}</b>
        {matter.year !== undefined && <span>{matter.year}</span>}
        <Tag tone={matter.state === 'agreed' ? 'ok' : matter.state === 'pending' ? 'wait' : 'neutral'}>
          {t(`settlement.matter.state.${matter.state}`)}
        </Tag>
      </div>
      <div className="muted small">
        {nameOf(matter.party)} · {formatInstant(matter.at)}
        {matter.awaits.length > 0 && ` · ${t('figures.detail.waitsFor', { names: matter.awaits.map(nameOf).join('、') })}`}
      </div>
      {matter.lastDay !== undefined && <div className="small">{t('settlement.matter.lastDay', { date: matter.lastDay })}</div>}
      {matter.words !== undefined && matter.words !== '' && <div className="small">{matter.words}</div>}
      {matter.rejected && <div className="small refusal">{matter.rejected.reason}</div>}
    </>
  );
}
