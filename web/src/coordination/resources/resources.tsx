import { type Resource, resource as resources, resourceUnits } from '@lianyu/domain/resources';
import type { QuotaLedger } from '@lianyu/projections/folds';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useMe } from '../../app/session.tsx';
import { useRows } from '../../live/index.ts';
import { amountText, Card, EmptyState, ErrorState, fullest, PageHead, Skeleton, Tag, useAddress, useNames } from '../../ui/index.ts';
import { Basis } from '../basis.tsx';
import { CoordinationTabs } from '../tabs.tsx';
import { useWords } from '../words.ts';
import { Bar } from './bar.tsx';
import { AllotForm } from './forms.tsx';

/** 资源: the ledgers of quotas that the viewer may read, by zone, year and resource; filters stand in the address. */
export function Component() {
  const { t, language } = useWords();
  const { t: common } = useTranslation();
  const { organisation, organisationKind, roles } = useMe();
  const nameOf = useNames();
  const navigate = useNavigate();
  const [search, set] = useAddress();
  const [allotting, setAllotting] = useState(false);
  const { rows, state, error, retry } = useRows<QuotaLedger>('quotas', 'quota-ledger');
  const all = fullest(rows).map(({ body }) => body);
  const filter = { zone: search.get('zone') ?? '', year: search.get('year') ?? '', resource: search.get('resource') ?? '' };
  const shown = all
    .filter((one) => (filter.zone === '' || one.zone === filter.zone) && (filter.year === '' || String(one.year) === filter.year))
    .filter((one) => filter.resource === '' || one.resource === filter.resource)
    .sort(
      (one, other) =>
        other.year - one.year || (one.zone < other.zone ? -1 : one.zone > other.zone ? 1 : 0) || order(one.resource) - order(other.resource),
    );
  const options = (values: readonly string[], any: string, text: (value: string) => string) => [
    { value: '', label: any },
    ...[...new Set(values)].sort().map((value) => ({ value, label: text(value) })),
  ];
  const records = (roles.includes('drafter') && organisationKind === 'zone') || organisationKind === 'coordination-office';
  const filters = new URLSearchParams(Object.entries({ ...filter, language }).filter(([, value]) => value !== ''));
  if (error) return <ErrorState error={error} retry={retry} />;
  if (state === 'loading') return <Skeleton />;
  return (
    <main className="page" id="content">
      <PageHead
        title={t('tab.resources')}
        over={<Basis path="/policy/resources" />}
        actions={
          <>
            <Button href={`/api/quotas/export.xlsx?${filters}`}>{t('resources.export')}</Button>
            {records && (
              <>
                <Button onClick={() => void navigate('/policy/resources/import')}>{t('resources.import')}</Button>
                <Button type="primary" onClick={() => setAllotting(true)}>
                  {t('resources.command.allot-quota')}
                </Button>
              </>
            )}
          </>
        }
      />
      <CoordinationTabs />
      <search className="quota-filters">
        <Select
          aria-label={t('resources.zone')}
          value={filter.zone}
          onChange={(zone: string) => set({ zone })}
          options={options(
            all.map(({ zone }) => zone),
            t('resources.anyZone'),
            nameOf,
          )}
        />
        <Select
          aria-label={t('resources.year')}
          value={filter.year}
          onChange={(year: string) => set({ year })}
          options={options(
            all.map(({ year }) => String(year)),
            t('resources.anyYear'),
            (year) => year,
          )}
        />
        <Select
          aria-label={t('resources.resource')}
          value={filter.resource}
          onChange={(resource: string) => set({ resource })}
          options={[
            { value: '', label: t('resources.anyResource') },
            ...resources.options.map((value) => ({ value: value as string, label: t(`resources.of.${value}`) })),
          ]}
        />
      </search>
      {shown.length === 0 ? (
        <EmptyState title={t('resources.none')} />
      ) : (
        <div className="circles">
          {shown.map((one) => (
            <Card
              key={`${one.zone}.${one.year}.${one.resource}`}
              title={
                <Link to={`/policy/resources/${one.zone}.${one.year}.${one.resource}`}>
                  {nameOf(one.zone)} {one.year} {t(`resources.of.${one.resource}`)}
                </Link>
              }
              extra={one.waiting > 0 ? <Tag tone="wait">{t('resources.waiting', { count: one.waiting })}</Tag> : undefined}
            >
              <Pools ledger={one} unit={common(`sharing.unit.${resourceUnits[one.resource]}`)} />
            </Card>
          ))}
        </div>
      )}
      {allotting && <AllotForm zone={organisationKind === 'zone' ? organisation : undefined} onClose={() => setAllotting(false)} />}
    </main>
  );
}

const order = (resource: Resource) => resources.options.indexOf(resource);

/** Both pools of a ledger: how much of what was allotted is where. */
export function Pools({ ledger, unit }: { ledger: QuotaLedger; unit: string }) {
  const { t } = useWords();
  const of = resourceUnits[ledger.resource];
  return (
    <div className="pools">
      {(['ordinary', 'listed'] as const).map((pool) => {
        const balances = ledger.pools[pool];
        if (pool === 'listed' && balances.allotted === '0' && balances.available === '0') return null;
        return (
          <div key={pool}>
            <div className="pool-head">
              <b>{t(`resources.pool.${pool}`)}</b>
              <span className="num">
                {t('resources.account.available')} <b>{amountText(balances.available, of)}</b> {unit}
              </span>
            </div>
            <Bar balances={balances} unit={of} />
          </div>
        );
      })}
    </div>
  );
}
