import type { ProjectActions } from '@lianyu/contract';
import { indicators, indicatorWords, projectMilestoneWords } from '@lianyu/domain/projects';
import type { ProjectMilestoneShown, ProjectPage } from '@lianyu/projections/folds';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { addressOf } from '../files/upload.ts';
import { amountText, Tag, type Tone, useCommand, useNames } from '../ui/index.ts';
import { useProjectTexts } from './texts.ts';

type Act = keyof ReturnType<typeof useProjectTexts>['x']['act'];
const tones: Readonly<Record<ProjectMilestoneShown['phase'], Tone>> = {
  reported: 'wait',
  questioned: 'wait',
  confirmed: 'ok',
  withdrawing: 'wait',
  withdrawn: 'plain',
  superseded: 'plain',
};

/** Newest first: what was said of each milestone, its evidence, and what the viewer may say to it. */
export function Milestones({ project, actions }: { project: ProjectPage; actions: ProjectActions | undefined }) {
  return [...project.milestones]
    .reverse()
    .map((milestone) => (
      <Milestone
        key={milestone.number}
        project={project}
        milestone={milestone}
        acts={
          actions?.milestones
            .find(({ number }) => number === milestone.number)
            ?.commands.flatMap(({ command, allowed }) => (allowed ? [command as Act] : [])) ?? []
        }
      />
    ));
}

function Milestone({ project, milestone, acts }: { project: ProjectPage; milestone: ProjectMilestoneShown; acts: readonly Act[] }) {
  const { x, language } = useProjectTexts();
  const nameOf = useNames();
  const { content, phase, confirmations, questions, withdrawal, awaits } = milestone;
  return (
    <article className={`project-milestone ${phase}`} aria-label={`${projectMilestoneWords[content.kind][language]} ${content.on}`}>
      <b>{projectMilestoneWords[content.kind][language]}</b> {content.on} <Tag tone={tones[phase]}>{x.phase[phase]}</Tag>
      {content.code !== undefined && <div>{content.code}</div>}
      {content.to !== undefined && <div>→ {nameOf(content.to)}</div>}
      {content.note !== '' && <p>{content.note}</p>}
      {content.figures.length > 0 && (
        <div className="small">
          {content.figures
            .map(({ indicator, amount }) => `${indicatorWords[indicator][language]} ${amountText(amount, indicators[indicator])}`)
            .join(' · ')}
        </div>
      )}
      {content.documents.map((document) => (
        <a key={document.digest} href={addressOf(document)} className="kept-file" title={document.digest}>
          {document.name}
        </a>
      ))}
      <div className="muted small">
        {nameOf(milestone.party)} {x.reportedBy} {milestone.at.slice(0, 10)}
        {confirmations.map(({ party, at }) => ` · ${nameOf(party)} ${x.confirmedBy} ${at.slice(0, 10)}`)}
        {awaits.length > 0 && ` · ${x.phase.reported}：${awaits.map(nameOf).join('、')}`}
      </div>
      {questions.map((question) => (
        <div key={question.at} className="small">
          {x.asked}（{nameOf(question.party)}）：{question.reason}
          {question.answer && ` — ${x.answered}：${question.answer.text}`}
        </div>
      ))}
      {withdrawal && (
        <div className="small refusal">
          {x.retracted}（{nameOf(withdrawal.party)}）：{withdrawal.reason}
        </div>
      )}
      <Acts project={project.id} number={milestone.number} acts={acts} />
    </article>
  );
}

function Acts({ project, number, acts }: { project: ProjectPage['id']; number: number; acts: readonly Act[] }) {
  const { x } = useProjectTexts();
  const { give, busy, refusal } = useCommand();
  const [asking, setAsking] = useState<Act>();
  const [words, setWords] = useState('');
  const send = async (act: Act) => {
    const about = { project, number };
    const answer =
      act === 'confirm-project-milestone' || act === 'confirm-project-retraction'
        ? await give(act, about)
        : act === 'answer-project-question'
          ? await give(act, { ...about, answer: words })
          : await give(act, { ...about, reason: words });
    if (!answer) return;
    setAsking(undefined);
    setWords('');
  };
  const needsWords = (act: Act) => act !== 'confirm-project-milestone' && act !== 'confirm-project-retraction';
  return (
    <>
      <div className="row">
        {acts.map((act) => (
          <Button
            key={act}
            size="small"
            type={needsWords(act) ? 'default' : 'primary'}
            loading={busy}
            onClick={() => (needsWords(act) ? setAsking(act) : void send(act))}
          >
            {x.act[act]}
          </Button>
        ))}
      </div>
      {asking && (
        <div className="row">
          <Input aria-label={x.reason} placeholder={x.reason} maxLength={2000} value={words} onChange={(event) => setWords(event.target.value)} />
          <Button type="primary" disabled={words.trim() === ''} loading={busy} onClick={() => void send(asking)}>
            {x.act[asking]}
          </Button>
          <Button onClick={() => setAsking(undefined)}>{x.cancel}</Button>
        </div>
      )}
      {refusal !== undefined && (
        <p role="alert" className="refusal">
          {refusal}
        </p>
      )}
    </>
  );
}
