import type { EventCount } from '@lianyu/projections/folds';
import { type Measure, measures, policyDocument, policySource, type SectionId, sections, type Work } from '@lianyu/reference-data/policy';
import { Select } from 'antd';
import { useEffect, useMemo } from 'react';
import { Link, useLocation } from 'react-router';
import { useRows } from '../../live/index.ts';
import { Card, EmptyState, ErrorState, fullest, PageHead, Skeleton, Tag, useAddress, useNames } from '../../ui/index.ts';
import { CoordinationTabs } from '../tabs.tsx';
import { useWords } from '../words.ts';
import { aliveOf, type State, stateOf } from './alive.ts';

const states = ['alive', 'waiting', 'registered'] as const;
const tone = { alive: 'ok', waiting: 'wait', registered: 'neutral' } as const;

/** 政策对照: each measure of the policy, what is worked on for it here, and since when it is alive. */
export function Component() {
  const { t, language } = useWords();
  const [search, set] = useAddress();
  const { hash } = useLocation();
  const { rows, state: loading, error, retry } = useRows<EventCount>('coverage', 'event-count');
  const counts = useMemo(() => new Map(fullest(rows).map(({ body }) => [body.type, body])), [rows]);
  const standing = useMemo(() => measures.map((measure) => ({ measure, state: stateOf(measure, counts) })), [counts]);
  const wanted = states.find((each) => each === search.get('state')) ?? '';
  useEffect(() => {
    if (loading === 'ready' && hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash, loading]);
  if (error) return <ErrorState error={error} retry={retry} />;
  if (loading === 'loading') return <Skeleton />;
  const number = (state: State) => standing.filter((each) => each.state === state).length;
  const shown = standing.filter(({ state }) => wanted === '' || state === wanted);
  return (
    <main className="page" id="content">
      <PageHead title={t('tab.policy')} over={t('policy.over', { document: policyDocument.number })} />
      <CoordinationTabs />
      <Card
        title={t('policy.glance', { alive: number('alive'), waiting: number('waiting'), registered: number('registered') })}
        extra={
          <Select
            aria-label={t('policy.show')}
            value={wanted as string}
            onChange={(value: string) => set({ state: value })}
            options={[{ value: '', label: t('policy.all') }, ...states.map((value) => ({ value: value as string, label: t(`policy.${value}`) }))]}
          />
        }
      >
        <nav className="glance" aria-label={t('tab.policy')}>
          {standing.map(({ measure: { id, number: own, title }, state }) => (
            <a key={id} href={`#${id}`} className={state} title={title[language]} aria-label={`${own} ${title[language]} ${t(`policy.${state}`)}`}>
              {own}
            </a>
          ))}
        </nav>
        <p className="muted small">
          {t('policy.scope')} {policySource.note}
        </p>
      </Card>
      {shown.length === 0 && <EmptyState title={t('policy.none')} />}
      {(Object.keys(sections) as SectionId[]).map((section) => {
        const inside = shown.filter(({ measure }) => measure.section === section);
        return inside.length === 0 ? null : (
          <Card key={section} title={`${sections[section].number} ${sections[section][language]}`}>
            {inside.map(({ measure, state }) => (
              <OfMeasure key={measure.id} measure={measure} state={state} counts={counts} />
            ))}
          </Card>
        );
      })}
    </main>
  );
}

function OfMeasure({ measure, state, counts }: { measure: Measure; state: State; counts: ReadonlyMap<string, EventCount> }) {
  const { t, language } = useWords();
  const { id, number, title, quote, departments, localGovernments, works } = measure;
  const units = [...departments, t(localGovernments ? 'policy.local' : 'policy.zones')].join('、');
  return (
    <article className="measure" id={id}>
      <div>
        <h3>
          <span className="muted">{number}</span> {title[language]} <Tag tone={tone[state]}>{t(`policy.${state}`)}</Tag>
        </h3>
        <blockquote lang="zh">{quote}</blockquote>
        <div className="muted small" lang="zh">
          {t('policy.duty', { units })}
        </div>
      </div>
      <ul className="works">
        {works.map((work) => (
          <OfWork key={`${work.path} ${work.object.en}`} work={work} counts={counts} />
        ))}
      </ul>
    </article>
  );
}

function OfWork({ work, counts }: { work: Work; counts: ReadonlyMap<string, EventCount> }) {
  const { t, language } = useWords();
  const nameOf = useNames();
  const alive = aliveOf(work, counts);
  return (
    <li>
      <Link to={work.path}>{work.object[language]}</Link>
      <div className="muted small">{work.who[language]}</div>
      {alive ? (
        <div className="small">{t('policy.since', { since: alive.since, count: alive.count, last: alive.lastOn })}</div>
      ) : (
        <div className="muted small">{t('policy.never')}</div>
      )}
      {alive && alive.by.length > 0 && (
        <div className="by muted small">
          {alive.by.slice(0, 8).map(({ organisation, count }) => (
            <span key={organisation}>
              {nameOf(organisation)} {count}
            </span>
          ))}
        </div>
      )}
    </li>
  );
}
