import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMe } from '../app/session.tsx';
import { Exports } from '../settlement/exports.tsx';
import { Card, EmptyState, ErrorState, PageHead, Skeleton, useAddress } from '../ui/index.ts';
import { ConfirmSelected } from './confirm-selected.tsx';
import { Detail } from './detail.tsx';
import { type Filter, filterIn, isNarrowed, matches } from './filter.ts';
import { Filters } from './filters.tsx';
import { ReportTable } from './table.tsx';
import { useAgreementsInForce } from './use-agreements-in-force.ts';
import { useFigures } from './use-figures.ts';
import './figures.css';

/** 数据: what was reported for an agreement, what waits for whom, and everything that was said to one figure. */
export function Component() {
  const { t } = useTranslation();
  const [search, set] = useAddress();
  const filter = filterIn(search);
  const agreements = useAgreementsInForce();
  const agreement = filter.agreement || agreements.rows[0]?.id;
  return (
    <main className="page figures" id="content">
      {agreement === undefined ? (
        <>
          <PageHead title={t('figures.title')} over={t('figures.over')} />
          <Card flush>{agreements.state === 'loading' ? <Skeleton /> : <EmptyState title={t('figures.noAgreements')} />}</Card>
        </>
      ) : (
        <OfAgreement key={agreement} filter={{ ...filter, agreement }} shown={Number(search.get('number') ?? 0)} set={set} />
      )}
    </main>
  );
}

interface Props {
  readonly filter: Filter;
  /** The number of the figure or milestone that is looked at. */
  readonly shown: number;
  readonly set: ReturnType<typeof useAddress>[1];
}

function OfAgreement({ filter, shown, set }: Props) {
  const { t } = useTranslation();
  const { state, error, retry, reported } = useFigures(filter.agreement);
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const { figures, milestones, reporting } = reported;
  const { roles } = useMe();
  const reports = reporting !== undefined && roles.includes('finance-officer');
  const confirms = reporting !== undefined && roles.includes('finance-reviewer');
  const all = filter.kind === 'figure' ? figures : milestones;
  const rows =
    filter.kind === 'figure'
      ? figures.filter((each) => matches(each, each.year, filter))
      : milestones.filter((each) => matches(each, each.on.slice(0, 4), filter));
  const report = all.find(({ number }) => number === shown);
  if (state === 'failed' && error) return <ErrorState error={error} retry={retry} />;
  return (
    <>
      <PageHead
        title={t('figures.title')}
        over={
          state === 'ready' ? t('figures.count', { count: all.length, ours: all.filter(({ waitsForUs }) => waitsForUs).length }) : t('figures.over')
        }
        actions={reporting && <HeadActions filter={filter} reports={reports} />}
      />
      <Filters filter={filter} reported={reported} onChange={(change) => set({ number: undefined, ...change })} />
      <div className={report ? 'figures-columns looking' : 'figures-columns'}>
        <Card flush>
          {filter.kind === 'figure' && selected.size > 0 && (
            <ConfirmSelected agreement={filter.agreement} numbers={[...selected]} onDone={() => setSelected(new Set())} />
          )}
          {state === 'loading' ? (
            <Skeleton />
          ) : !reporting && all.length === 0 ? (
            <EmptyState title={t('figures.noReporting')} />
          ) : rows.length === 0 ? (
            <EmptyState title={t(isNarrowed(filter) ? 'figures.noneHere' : filter.kind === 'figure' ? 'figures.none' : 'figures.noneMilestones')}>
              {isNarrowed(filter) && <Button onClick={() => set({ phase: '', party: '', year: '', q: '', waits: '' })}>{t('figures.clear')}</Button>}
            </EmptyState>
          ) : (
            <ReportTable
              rows={rows}
              shown={shown}
              selected={selected}
              confirms={confirms}
              onSelect={(number, on) => setSelected((before) => new Set(on ? [...before, number] : [...before].filter((each) => each !== number)))}
              onShow={(number) => set({ number })}
            />
          )}
        </Card>
        {report && (
          <Detail
            key={`${filter.kind}${report.number}`}
            agreement={filter.agreement}
            report={report}
            version={reported.version}
            onClose={() => set({ number: undefined })}
          />
        )}
      </div>
    </>
  );
}

/** What leaves as a file, and for those who report, the ways to report. */
function HeadActions({ filter, reports }: { filter: Filter; reports: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { agreement, kind, phase, party, year, q, waits } = filter;
  const to = (path: string) => void navigate(`/figures/${agreement}/${path}`);
  return (
    <>
      {kind === 'figure' && <Exports path="/api/figures" asked={{ agreement, phase, party, year, q, waits: waits && 'true' }} />}
      {reports && (
        <>
          <Button onClick={() => to('import')}>{t('figures.import')}</Button>
          <Button onClick={() => to('milestone')}>{t('figures.reportMilestone')}</Button>
          <Button type="primary" onClick={() => to('report')}>
            {t('figures.report')}
          </Button>
        </>
      )}
    </>
  );
}
