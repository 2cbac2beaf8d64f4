import { type CalendarDate, calendarDate } from '@lianyu/domain/kernel';
import { projectMilestoneWords, projectStage } from '@lianyu/domain/projects';
import type { ProjectPage } from '@lianyu/projections/folds';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Card, Field, useCommand } from '../ui/index.ts';
import { useProjectTexts } from './texts.ts';

type Kind = ProjectPage['schedule'][number]['kind'];
const plannable = projectStage.options.filter((stage) => stage !== 'opened') as readonly Kind[];
const DAY = 86_400_000;

/** The days that were planned against those on which it came: a square is a plan, a circle what all have confirmed. */
export function Timeline({ project, reports }: { project: ProjectPage; reports: boolean }) {
  const { x, language } = useProjectTexts();
  const [editing, setEditing] = useState(false);
  const came = new Map(
    project.milestones.filter(({ phase }) => phase === 'confirmed' || phase === 'withdrawing').map(({ content }) => [content.kind, content.on]),
  );
  const planned = new Map(project.schedule.map(({ kind, on }) => [kind, on]));
  const first = new Map(project.firstSchedule.map(({ kind, on }) => [kind, on]));
  const kinds = plannable.filter((kind) => came.has(kind) || planned.has(kind));
  const days = [...came.values(), ...planned.values()].map((on) => Date.parse(on));
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const place = (on: string) => `${4 + ((Date.parse(on) - from) * 92) / Math.max(DAY, to - from)}%`;
  return (
    <Card title={x.timeline} extra={reports && !editing && <Button onClick={() => setEditing(true)}>{x.setSchedule}</Button>}>
      {editing && <Schedule project={project} onDone={() => setEditing(false)} />}
      {project.schedule.length === 0 && <p className="muted small">{x.noSchedule}</p>}
      {kinds.map((kind) => {
        const [plan, on] = [planned.get(kind), came.get(kind)];
        const late = plan !== undefined && on !== undefined ? Math.round((Date.parse(on) - Date.parse(plan)) / DAY) : undefined;
        return (
          <div key={kind}>
            <div className="small">
              {projectMilestoneWords[kind][language]}{' '}
              <span className="muted">
                {plan !== undefined && `${x.planned} ${plan}`}
                {first.get(kind) !== undefined && first.get(kind) !== plan && `（${x.firstPlan} ${first.get(kind)}）`}{' '}
                {on !== undefined && `${x.actual} ${on}`}
                {late !== undefined && ` ${late > 0 ? '+' : ''}${late} ${x.days}`}
              </span>
            </div>
            <div className="project-line" aria-hidden="true">
              {plan !== undefined && <i className="planned" style={{ left: place(plan) }} />}
              {on !== undefined && <i style={{ left: place(on) }} />}
            </div>
          </div>
        );
      })}
    </Card>
  );
}

function Schedule({ project, onDone }: { project: ProjectPage; onDone: () => void }) {
  const { x, language } = useProjectTexts();
  const { give, busy, refusal } = useCommand();
  const [typed, setTyped] = useState<ReadonlyMap<Kind, string>>(new Map(project.schedule.map(({ kind, on }) => [kind, on])));
  const save = async () => {
    const schedule = plannable.flatMap((kind) => {
      const on = calendarDate.safeParse(typed.get(kind));
      return on.success ? [{ kind, on: on.data as CalendarDate }] : [];
    });
    if (await give('schedule-project', { project: project.id, schedule })) onDone();
  };
  return (
    <>
      <div className="project-form">
        {plannable.map((kind) => (
          <Field key={kind} label={projectMilestoneWords[kind][language]}>
            {(ids) => (
              <Input
                {...ids}
                type="date"
                value={typed.get(kind) ?? ''}
                onChange={(event) => setTyped(new Map(typed).set(kind, event.target.value))}
              />
            )}
          </Field>
        ))}
      </div>
      {refusal !== undefined && (
        <p role="alert" className="refusal">
          {refusal}
        </p>
      )}
      <Button type="primary" loading={busy} onClick={() => void save()}>
        {x.save}
      </Button>{' '}
      <Button onClick={onDone}>{x.cancel}</Button>
    </>
  );
}
