import { resource, resourceUnits } from '@lianyu/domain/resources';
import { type QuotaEntry, type QuotaHoldings, quotaEntry } from '@lianyu/projections/folds';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { NotFound } from '../../app/failures.tsx';
import { explain } from '../../i18n/explain.ts';
import { amountText, Card, ErrorState, Hash, PageHead, Skeleton, Tag, useNames, usePeople } from '../../ui/index.ts';
import { CoordinationTabs } from '../tabs.tsx';
import { useWords } from '../words.ts';
import { QuotaDialog } from './dialog.tsx';
import { Pools } from './resources.tsx';
import { type QuotaAction, useLedger } from './use-ledger.ts';

const begun = ['allot-quota', 'reserve-quota', 'send-quota', 'reclaim-quota'] as const;

/** One ledger: what is where, what is open, and every entry with its event. */
export function Component() {
  const { key = '' } = useParams();
  const parsed = /^([a-z0-9-]+)\.(\d{4})\.([a-z]+)$/.exec(key);
  return parsed && resource.safeParse(parsed[3]).success ? <OfLedger ledgerKey={key} /> : <NotFound />;
}

function OfLedger({ ledgerKey: key }: { ledgerKey: string }) {
  const { t } = useWords();
  const { t: common } = useTranslation();
  const nameOf = useNames();
  const { ledger, entries, holdings, actions, state, error, retry } = useLedger(key);
  const [asked, ask] = useState<QuotaAction>();
  if (error) return <ErrorState error={error} retry={retry} />;
  if (state === 'not-found') return <NotFound />;
  if (state === 'loading' || !ledger) return <Skeleton />;
  const unit = common(`sharing.unit.${resourceUnits[ledger.resource]}`);
  const allowed = actions.filter(({ missing }) => !missing.some(({ code }) => code === 'FORBIDDEN'));
  return (
    <main className="page" id="content">
      <PageHead
        title={`${nameOf(ledger.zone)} ${ledger.year} ${t(`resources.of.${ledger.resource}`)}`}
        over={<Link to="/policy/resources">{t('tab.resources')}</Link>}
        actions={allowed
          .filter(({ command }) => (begun as readonly string[]).includes(command))
          .map((action) => (
            <Button
              key={action.command}
              disabled={!action.allowed}
              title={action.missing.map((missing) => explain(common, missing, nameOf)).join('；')}
              onClick={() => ask(action)}
            >
              {t(`resources.command.${action.command as (typeof begun)[number]}`)}
            </Button>
          ))}
      />
      <CoordinationTabs />
      <Card title={t('resources.balances', { unit })}>
        <Pools ledger={ledger} unit={unit} />
      </Card>
      {holdings && <Open holdings={holdings} actions={allowed} onAsk={ask} />}
      <Card title={t('resources.entries')} flush>
        <Entries entries={entries} />
      </Card>
      {asked && holdings && <QuotaDialog action={asked} holdings={holdings} onClose={() => ask(undefined)} />}
    </main>
  );
}

function Open({ holdings, actions, onAsk }: { holdings: QuotaHoldings; actions: readonly QuotaAction[]; onAsk: (action: QuotaAction) => void }) {
  const { t } = useWords();
  const nameOf = useNames();
  const unit = resourceUnits[holdings.resource];
  const of = (about: string) => actions.filter((action) => action.about === about && action.allowed);
  const reservations = holdings.reservations.filter(({ reserved, used }) => reserved !== '0' || used !== '0');
  const buttons = (about: string) =>
    of(about).map((action) => (
      <Button key={action.command} size="small" onClick={() => onAsk(action)}>
        {t(`resources.command.${action.command as 'use-quota'}`)}
      </Button>
    ));
  return (
    <div className="circles">
      <Card title={t('resources.reservations')}>
        {reservations.length === 0 && <p className="muted small">{t('resources.noReservations')}</p>}
        <ul className="list">
          {reservations.map(({ reservation, purpose, pool, reserved, used, agreement }) => (
            <li key={reservation}>
              <div className="pool-head">
                <span>{purpose}</span>
                <span className="row">{buttons(reservation)}</span>
              </div>
              <div className="muted small">
                {t(`resources.pool.${pool}`)} · {t('resources.account.reserved')} {amountText(reserved, unit)} · {t('resources.account.used')}{' '}
                {amountText(used, unit)}
                {agreement && (
                  <>
                    {' · '}
                    <Link to={`/agreements/${agreement}`}>{t('resources.underAgreement')}</Link>
                  </>
                )}
              </div>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t('resources.transfers')}>
        {holdings.transfers.length === 0 && <p className="muted small">{t('resources.noTransfers')}</p>}
        <ul className="list">
          {holdings.transfers.map(({ transfer, direction, partner, pool, amount, phase, words, returns, givenBack }) => (
            <li key={transfer}>
              <div className="pool-head">
                <span>
                  {t(`resources.direction.${direction}`, { partner: nameOf(partner) })} <b className="num">{amountText(amount, unit)}</b>{' '}
                  <Tag tone={phase === 'sent' || phase === 'arrived' ? 'wait' : phase === 'completed' || phase === 'accepted' ? 'ok' : 'neutral'}>
                    {t(`resources.phase.${phase}`)}
                  </Tag>
                </span>
                <span className="row">{buttons(transfer)}</span>
              </div>
              <div className="muted small">
                {t(`resources.pool.${pool}`)}
                {words !== '' && ` · ${words}`}
                {returns && ` · ${t('resources.givesBack')}`}
                {givenBack !== '0' && ` · ${t('resources.givenBack', { amount: amountText(givenBack, unit) })}`}
              </div>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

function Entries({ entries }: { entries: readonly QuotaEntry[] }) {
  const { t } = useWords();
  const nameOf = useNames();
  const personOf = usePeople(entries.flatMap(({ member }) => member ?? []));
  return (
    <div className="table-scroll">
      <table className="data">
        <thead>
          <tr>
            <th scope="col" className="num">
              {t('resources.column.number')}
            </th>
            <th scope="col">{t('resources.column.on')}</th>
            <th scope="col">{t('resources.column.what')}</th>
            <th scope="col" className="num">
              {t('resources.column.amount')}
            </th>
            <th scope="col" className="num">
              {t('resources.column.after')}
            </th>
            <th scope="col">{t('resources.column.basis')}</th>
            <th scope="col">{t('resources.column.event')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => {
            const { number, on, type, pool, amount, from, to, after, words, partner, basis, event, member, resource: what } = quotaEntry.parse(entry);
            const unit = resourceUnits[what];
            return (
              <tr key={number}>
                <td className="num">{number}</td>
                <td className="nowrap">{on}</td>
                <td>
                  {t(`resources.event.${type as 'QuotaAllotted'}`)} <span className="muted small">{t(`resources.pool.${pool}`)}</span>
                  <div className="muted small">
                    {from && to && `${t(`resources.account.${from}`)} → ${t(`resources.account.${to}`)}`}
                    {partner && ` · ${nameOf(partner)}`}
                    {words !== '' && ` · ${words}`}
                  </div>
                </td>
                <td className="num nowrap">{amountText(amount, unit)}</td>
                <td className="num nowrap">{amountText(after.available, unit)}</td>
                <td className="small">{basis ? `${basis.issuedBy} ${basis.documentNumber}` : ''}</td>
                <td className="small">
                  <Hash value={event} digits={8} />
                  {member && <div className="muted">{personOf(member)}</div>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
