import { rows as page } from '@lianyu/contract';
import { projectKindWords, projectStage, projectStageWords, projectStanding, projectStandingWords } from '@lianyu/domain/projects';
import type { ProjectRow } from '@lianyu/projections/folds';
import { Button, Select } from 'antd';
import { Link } from 'react-router';
import { amountText, Card, EmptyState, ErrorState, fullest, SearchWords, Skeleton, Tag, type useAddress, useNames } from '../ui/index.ts';
import { Standing } from './standing.tsx';
import { useProjectTexts } from './texts.ts';
import { useAsked } from './use-asked.ts';

const names = ['q', 'stage', 'kind', 'standing', 'waits', 'after'] as const;

/** Projects by stage and last move, narrowed by what stands in the address. */
export function List({ search, set }: { search: URLSearchParams; set: ReturnType<typeof useAddress>[1] }) {
  const { x, language } = useProjectTexts();
  const nameOf = useNames();
  const of = (name: (typeof names)[number]) => search.get(name) ?? '';
  const query = new URLSearchParams(names.flatMap((name) => (of(name) === '' ? [] : [[name, of(name)]])));
  const { data, error, retry } = useAsked(`/api/projects?${query}`, page);
  const change = (what: Record<string, string>) => set({ after: '', ...what });
  const choice = (name: 'stage' | 'kind' | 'standing' | 'waits', label: string, any: string, options: readonly (readonly [string, string])[]) => (
    <Select
      aria-label={label}
      value={of(name)}
      onChange={(value: string) => change({ [name]: value })}
      options={[{ value: '', label: any }, ...options.map(([value, text]) => ({ value, label: text }))]}
    />
  );
  const rows = data ? fullest(data.rows.map((row) => ({ ...row, body: row.body as ProjectRow }))) : [];
  return (
    <>
      <search className="project-filters">
        <SearchWords q={of('q')} label={x.search} onChange={(q) => change({ q })} />
        {choice(
          'stage',
          x.stage,
          x.anyStage,
          projectStage.options.map((each) => [each, projectStageWords[each][language]] as const),
        )}
        {choice(
          'kind',
          x.kind,
          x.anyKind,
          Object.entries(projectKindWords).map(([key, said]) => [key, said[language]] as const),
        )}
        {choice(
          'standing',
          x.standing,
          x.anyStanding,
          projectStanding.options.map((each) => [each, projectStandingWords[each][language]] as const),
        )}
        {choice('waits', x.waits, x.anyTurn, [['true', x.waits]])}
      </search>
      <Card flush>
        {error ? (
          <ErrorState error={error} retry={retry} />
        ) : !data ? (
          <Skeleton />
        ) : rows.length === 0 ? (
          <EmptyState title={query.size > 0 ? x.noneHere : x.none} />
        ) : (
          <div className="table-scroll">
            <table className="data">
              <thead>
                <tr>
                  <th scope="col">{x.name}</th>
                  <th scope="col">{x.stage}</th>
                  <th scope="col">
                    {x.origin} → {x.destination}
                  </th>
                  <th scope="col">{x.lastOn}</th>
                  <th scope="col" className="num">
                    {x.promisedYuan}
                  </th>
                  <th scope="col" className="num">
                    {x.actualYuan}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ key, body: row }) => (
                  <tr key={key} className={row.waitsForUs ? 'own-turn' : ''}>
                    <td>
                      {row.name === undefined ? <span className="muted">{x.unnamed}</span> : <Link to={`/projects/${row.id}`}>{row.name}</Link>}
                      <div className="muted small">
                        {[projectKindWords[row.kind][language], row.company, row.code].filter(Boolean).join(' · ')}
                        {row.waitsForUs && <Tag tone="act">{x.waits}</Tag>}
                      </div>
                    </td>
                    <td>
                      {projectStageWords[row.stage][language]} <Standing standing={row.standing} />
                    </td>
                    <td>
                      {row.origin === undefined ? '' : `${nameOf(row.origin)} → `}
                      {nameOf(row.destination)}
                    </td>
                    <td className="nowrap">{row.lastOn}</td>
                    <td className="num">{row.promised === undefined ? '' : amountText(row.promised, 'fen')}</td>
                    <td className="num">{row.actual === undefined ? '' : amountText(row.actual, 'fen')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Card>
      {data?.next !== undefined && <Button onClick={() => set({ after: data.next })}>{x.more}</Button>}
    </>
  );
}
