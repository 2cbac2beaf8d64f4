import type { ProjectActions } from '@lianyu/contract';
import { calendarDate } from '@lianyu/domain/kernel';
import { commitmentKind, commitmentWords } from '@lianyu/domain/projects';
import type { ProjectPage } from '@lianyu/projections/folds';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useMe } from '../app/session.tsx';
import { today } from '../settlement/words.ts';
import { Card, Field, Tag, useCommand, useNames, usePeople } from '../ui/index.ts';
import { useProjectTexts } from './texts.ts';

/** What is allowed now and shown later, with its last day; and who goes to the offices for the company (全程代办). */
export function Commitments({ project, actions }: { project: ProjectPage; actions: ProjectActions | undefined }) {
  const { x, language } = useProjectTexts();
  const nameOf = useNames();
  const { give, busy, refusal } = useCommand();
  const verify = (number: number, kept: boolean) =>
    void give('verify-project-commitment', { project: project.id, number, kept, on: calendarDate.parse(today()), documents: [], note: '' });
  return (
    <>
      <Card title={x.commitments}>
        {project.commitments.map(({ number, content, verdict, withdrawn, party }) => (
          <div key={number} className="project-milestone">
            <b>{commitmentWords[content.kind][language]}</b> {content.words}{' '}
            <Tag tone={verdict ? (verdict.kept ? 'ok' : 'fail') : withdrawn ? 'plain' : content.dueOn < today() ? 'fail' : 'wait'}>
              {verdict ? (verdict.kept ? x.kept : x.broken) : withdrawn ? x.withdrawn : content.dueOn < today() ? x.overdue : x.open_}
            </Tag>
            <div className="muted small">
              {nameOf(party)} · {content.department} · {x.dueOn} {content.dueOn}
            </div>
            {!verdict && !withdrawn && actions?.confirms && (
              <div className="row">
                <Button size="small" loading={busy} onClick={() => verify(number, true)}>
                  {x.verifyKept}
                </Button>
                <Button size="small" loading={busy} onClick={() => verify(number, false)}>
                  {x.verifyBroken}
                </Button>
              </div>
            )}
          </div>
        ))}
        {refusal !== undefined && (
          <p role="alert" className="refusal">
            {refusal}
          </p>
        )}
        {actions?.reports && <CommitmentForm project={project} />}
      </Card>
      <Agency project={project} reports={actions?.reports ?? false} />
    </>
  );
}

function CommitmentForm({ project }: { project: ProjectPage }) {
  const { x, language } = useProjectTexts();
  const { give, busy, refusal } = useCommand();
  const [typed, setTyped] = useState({ kind: 'notice', words: '', department: '', dueOn: '' });
  const set = (change: Partial<typeof typed>) => setTyped({ ...typed, ...change });
  const due = calendarDate.safeParse(typed.dueOn);
  const send = async () => {
    if (!due.success) return;
    const { words, department } = typed;
    const commitment = { kind: commitmentKind.parse(typed.kind), words, department, dueOn: due.data, documents: [] };
    if (await give('give-project-commitment', { project: project.id, commitment })) setTyped({ ...typed, words: '', dueOn: '' });
  };
  return (
    <details>
      <summary>{x.giveCommitment}</summary>
      <div className="project-form">
        <Field label={x.kind}>
          {(ids) => (
            <Select
              {...ids}
              value={typed.kind}
              onChange={(kind: string) => set({ kind })}
              options={commitmentKind.options.map((each) => ({ value: each as string, label: commitmentWords[each][language] }))}
            />
          )}
        </Field>
        <Field label={x.words}>
          {(ids) => <Input {...ids} maxLength={500} value={typed.words} onChange={(event) => set({ words: event.target.value })} />}
        </Field>
        <Field label={x.department}>
          {(ids) => <Input {...ids} maxLength={120} value={typed.department} onChange={(event) => set({ department: event.target.value })} />}
        </Field>
        <Field label={x.dueOn}>
          {(ids) => <Input {...ids} type="date" value={typed.dueOn} onChange={(event) => set({ dueOn: event.target.value })} />}
        </Field>
      </div>
      {refusal !== undefined && (
        <p role="alert" className="refusal">
          {refusal}
        </p>
      )}
      <Button loading={busy} disabled={!due.success || typed.words.trim() === '' || typed.department.trim() === ''} onClick={() => void send()}>
        {x.giveCommitment}
      </Button>
    </details>
  );
}

function Agency({ project, reports }: { project: ProjectPage; reports: boolean }) {
  const { x } = useProjectTexts();
  const { member, organisation } = useMe();
  const { give, busy, refusal } = useCommand();
  const agent = project.agent?.agent;
  const nameOf = usePeople(agent === undefined ? [] : [agent]);
  const organisationOf = useNames();
  const [typed, setTyped] = useState({ title: '', dueOn: '' });
  const due = calendarDate.safeParse(typed.dueOn);
  const ours = reports && organisation === project.destination;
  if (!project.agent && !ours) return null;
  const add = async () => {
    if (due.success && (await give('assign-agency-task', { project: project.id, title: typed.title, dueOn: due.data })))
      setTyped({ title: '', dueOn: '' });
  };
  return (
    <Card title={x.agency}>
      <p>
        {project.agent ? `${x.agent}：${organisationOf(project.agent.party)} ${agent === undefined ? '' : (nameOf(agent) ?? '')}` : x.noAgent}{' '}
        {ours && agent !== member && (
          <Button size="small" loading={busy} onClick={() => void give('appoint-project-agent', { project: project.id, agent: member })}>
            {x.appoint}
          </Button>
        )}
      </p>
      {project.tasks.map(({ number, title, dueOn, completed }) => (
        <div key={number} className="row">
          {title} <span className="muted small">{completed ? `${x.done} ${completed.on}` : `${x.dueOn} ${dueOn}`}</span>
          {!completed && ours && (
            <Button
              size="small"
              loading={busy}
              onClick={() => void give('complete-agency-task', { project: project.id, number, on: calendarDate.parse(today()), note: '' })}
            >
              {x.complete}
            </Button>
          )}
        </div>
      ))}
      {ours && project.agent && (
        <div className="row">
          <Input
            aria-label={x.addTask}
            placeholder={x.addTask}
            maxLength={200}
            value={typed.title}
            onChange={(event) => setTyped({ ...typed, title: event.target.value })}
          />
          <Input aria-label={x.dueOn} type="date" value={typed.dueOn} onChange={(event) => setTyped({ ...typed, dueOn: event.target.value })} />
          <Button disabled={!due.success || typed.title.trim() === ''} loading={busy} onClick={() => void add()}>
            {x.addTask}
          </Button>
        </div>
      )}
      {refusal !== undefined && (
        <p role="alert" className="refusal">
          {refusal}
        </p>
      )}
    </Card>
  );
}
