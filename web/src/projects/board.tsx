import { projectBoard } from '@lianyu/contract';
import { projectStageWords } from '@lianyu/domain/projects';
import type { ProjectRow } from '@lianyu/projections/folds';
import { Link } from 'react-router';
import { EmptyState, ErrorState, fullest, Skeleton, Tag, useNames } from '../ui/index.ts';
import { Standing } from './standing.tsx';
import { useProjectTexts } from './texts.ts';
import { useAsked } from './use-asked.ts';

/** A column for each stage with what moved last, and how many there are. */
export function Board() {
  const { x, language } = useProjectTexts();
  const { data, error, retry } = useAsked('/api/projects/board', projectBoard);
  if (error) return <ErrorState error={error} retry={retry} />;
  if (!data) return <Skeleton />;
  const filled = data.stages.filter(({ count }) => count > 0);
  if (filled.length === 0) return <EmptyState title={x.none} />;
  return (
    <div className="project-board">
      {filled.map(({ stage, count, rows }) => (
        <section key={stage} aria-label={projectStageWords[stage][language]}>
          <h2>
            {projectStageWords[stage][language]} <span className="muted">{count}</span>
          </h2>
          {fullest(rows.map((row) => ({ ...row, body: row.body as ProjectRow }))).map(({ key, body }) => (
            <ProjectCard key={key} row={body} />
          ))}
          {count > rows.length && <Link to={`/projects?view=list&stage=${stage}`}>{x.allOf}</Link>}
        </section>
      ))}
    </div>
  );
}

function ProjectCard({ row }: { row: ProjectRow }) {
  const { x } = useProjectTexts();
  const nameOf = useNames();
  return (
    <article className={row.waitsForUs ? 'project-card own-turn' : 'project-card'}>
      {row.name === undefined ? <span className="muted">{x.unnamed}</span> : <Link to={`/projects/${row.id}`}>{row.name}</Link>}
      <div className="muted small">
        {row.origin === undefined ? '' : `${nameOf(row.origin)} → `}
        {nameOf(row.destination)} · {row.lastOn}
      </div>
      <Standing standing={row.standing} />
      {row.waitsForUs && <Tag tone="act">{x.waits}</Tag>}
    </article>
  );
}
