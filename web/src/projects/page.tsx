import { projectActions } from '@lianyu/contract';
import { projectKindWords, projectStageWords } from '@lianyu/domain/projects';
import type { ProjectPage } from '@lianyu/projections/folds';
import { industryOf } from '@lianyu/reference-data/industries';
import { regionName } from '@lianyu/reference-data/regions';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { NotFound } from '../app/failures.tsx';
import { get, useRows } from '../live/index.ts';
import { Card, ErrorState, Hash, PageHead, Skeleton, useNames } from '../ui/index.ts';
import { Commitments } from './commitments.tsx';
import { Figures } from './figures.tsx';
import { Milestones } from './milestones.tsx';
import { ReportForm } from './report-form.tsx';
import { Standing } from './standing.tsx';
import { useProjectTexts } from './texts.ts';
import { Timeline } from './timeline.tsx';
import './projects.css';

/** One project for its parties: where it stands, what was promised and came, and by which milestones with which evidence. */
export function Component() {
  const { id = '' } = useParams();
  const topic = useRows<ProjectPage>(`project/${id}`, 'project');
  const [row] = topic.rows;
  const path = `/api/projects/${id}/actions`;
  const asked = useQuery({ queryKey: [path, row?.version], queryFn: () => get(path, projectActions), enabled: row !== undefined, retry: false });
  const { x, language } = useProjectTexts();
  const nameOf = useNames();
  if (topic.state === 'not-found' || (topic.state === 'ready' && !row)) return <NotFound />;
  if (topic.state === 'failed' && topic.error) return <ErrorState error={topic.error} retry={topic.retry} />;
  if (!row) return <Skeleton />;
  const project = row.body;
  const { basics, stage, standing, agreement } = project;
  return (
    <main className="page projects" id="content">
      <PageHead
        over={<Link to="/projects">{x.title}</Link>}
        title={
          <>
            {basics.name} <span className="tag act">{projectStageWords[stage][language]}</span> <Standing standing={standing} />
          </>
        }
      />
      <div className="project-columns">
        <div>
          {asked.data?.reports && <ReportForm project={project} />}
          <Card title={x.milestones}>
            <Milestones project={project} actions={asked.data} />
          </Card>
        </div>
        <div>
          <Card title={x.basics}>
            <dl className="project-facts">
              <Fact name={x.kind} value={projectKindWords[basics.kind][language]} />
              <Fact name={x.origin} value={project.origin === undefined ? undefined : nameOf(project.origin)} />
              <Fact name={x.destination} value={nameOf(project.destination)} />
              <Fact name={x.industry} value={`${basics.industry} ${industryOf(basics.industry)?.name ?? ''}`} />
              <Fact name={x.region} value={`${basics.region} ${regionName(basics.region) ?? ''}`} />
              <Fact name={x.company} value={[basics.company?.name, basics.company?.code].filter(Boolean).join(' ')} />
              <Fact name={x.code} value={project.code} />
              <Fact name={x.source} value={basics.source} />
              <Fact name={x.institute} value={basics.institute} />
            </dl>
            {agreement !== undefined && (
              <p>
                {x.agreement}：<Link to={`/agreements/${agreement}`}>{agreement.slice(0, 8)}</Link> ·{' '}
                <Link to={`/figures?agreement=${agreement}&kind=milestone`}>{x.figuresPage}</Link>
                <br />
                <span className="muted small">{x.clock}</span>
              </p>
            )}
            {project.imported && <Hash value={project.imported.document.digest} digits={8} />}
          </Card>
          <Figures project={project} />
          <Timeline project={project} reports={asked.data?.reports ?? false} />
          <Commitments project={project} actions={asked.data} />
          {project.corrections.length > 0 && (
            <Card title={x.corrections}>
              {project.corrections.map((each) => (
                <p key={each.at} className="small">
                  {each.at.slice(0, 10)} {nameOf(each.party)}：{each.reason} <span className="muted">({each.before.name})</span>
                </p>
              ))}
            </Card>
          )}
        </div>
      </div>
    </main>
  );
}

function Fact({ name, value }: { name: string; value: string | undefined }) {
  if (value === undefined || value.trim() === '') return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
