import type { SharingTerm } from '@lianyu/domain/sharing';
import { Segmented } from 'antd';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../chart/index.ts';
import { periodText } from '../../figures/numbers.ts';
import { amountText, useNames } from '../../ui/index.ts';
import { measureName, useTreeWords } from '../form/words/index.ts';
import { type OtherTerm, Readings } from '../readings/readings.tsx';
import { type Input, Why } from '../why/why.tsx';
import { drawingOf } from './drawing.ts';
import { needsOf } from './needs.ts';
import { type OutcomeRow, subjectsOf } from './outcome.ts';
import { OutcomeTable } from './outcome-table.tsx';
import { figuresOf, fittedTrial, run, sampleTrial, type Trial } from './trial.ts';
import { TrialForm } from './trial-form.tsx';
import './what-if.css';

/** What the terms would come to with assumed figures: computed here by the same engine, as one types. */
export function WhatIf({ term, parties, others }: { term: SharingTerm; parties: readonly string[]; others: readonly OtherTerm[] }) {
  const { t } = useTranslation();
  const [view, setView] = useState<'outcome' | 'readings'>('outcome');
  const needs = useMemo(() => needsOf(term, parties), [term, parties]);
  const [trial, setTrial] = useTrial(needs, term);
  const [picked, setPicked] = useState(0);
  const [asked, setAsked] = useState<{ from: string; party: string }>();
  const lagging = useDeferredValue(trial);
  const evaluate = useCallback((read: SharingTerm) => run(read, lagging, needsOf(read, parties)), [lagging, parties]);
  const outcome = useMemo(() => run(term, lagging, needs), [term, lagging, needs]);
  const subjects = useMemo(() => subjectsOf(outcome, parties, `${lagging.firstYear}-01-01`), [outcome, parties, lagging.firstYear]);
  const subject = subjects[picked] ?? subjects[0];
  if (term.node === 'share') return <p className="muted">{t('sharing.trial.firstForm')}</p>;
  return (
    <div className="what-if">
      <p className="muted small">{t('sharing.trial.about')}</p>
      <Segmented<'outcome' | 'readings'>
        value={view}
        onChange={setView}
        options={[
          { value: 'outcome', label: t('sharing.trial.outcome') },
          { value: 'readings', label: t('sharing.reading.title') },
        ]}
      />
      {view === 'readings' && <Readings term={term} parties={parties} others={others} evaluate={evaluate} from={`${lagging.firstYear}-01-01`} />}
      {view === 'outcome' && subjects.length > 1 && <Subjects subjects={subjects} picked={picked} onPick={setPicked} />}
      {view === 'outcome' &&
        (subject === undefined ? (
          <p className="muted">{t('sharing.trial.nothing')}</p>
        ) : (
          <Shown subject={subject} parties={parties} term={term} trial={lagging} asked={asked} onAsk={setAsked} />
        ))}
      <h3>{t('sharing.trial.assumed')}</h3>
      <TrialForm needs={needs} trial={trial} onChange={setTrial} />
    </div>
  );
}

/** What is typed stays when the terms come to need something else. */
function useTrial(needs: ReturnType<typeof needsOf>, term: SharingTerm): [Trial, (change: (before: Trial) => Trial) => void] {
  const [typed, setTyped] = useState<Trial>(() => sampleTrial(needs, firstYearOf(term) ?? new Date().getFullYear()));
  const change = useCallback((next: (before: Trial) => Trial) => setTyped((before) => next(fittedTrial(before, needs))), [needs]);
  return [useMemo(() => fittedTrial(typed, needs), [typed, needs]), change];
}

interface ShownProps {
  readonly subject: ReturnType<typeof subjectsOf>[number];
  readonly parties: readonly string[];
  readonly term: SharingTerm;
  readonly trial: Trial;
  readonly asked: { from: string; party: string } | undefined;
  readonly onAsk: (asked: { from: string; party: string }) => void;
}

function Shown({ subject, parties, term, trial, asked, onAsk }: ShownProps) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const drawing = useMemo(() => drawingOf(subject, parties, nameOf, t), [subject, parties, nameOf, t]);
  const words = useWordsOfMeasures();
  const inputOf = inputsOf(trial, term, parties, nameOf, words);
  const row = subject.rows.find(({ statement }) => statement.period.from === asked?.from);
  return (
    <>
      {subject.ledger === 'appraisal' && <p className="internal">{t('sharing.internalWords')}</p>}
      <Chart drawing={drawing} label={t('sharing.trial.outcome')} height={260} />
      <OutcomeTable
        subject={subject}
        parties={parties}
        asked={asked}
        onAsk={({ statement }: OutcomeRow, party) => onAsk({ from: statement.period.from, party })}
      />
      {row && asked && (
        <Why
          statement={row.statement}
          party={asked.party}
          amount={row.parties.find(({ party }) => party === asked.party)?.amount ?? 0n}
          over={`${nameOf(asked.party)} · ${periodText(row.statement.period)}`}
          termOf={() => term}
          inputOf={inputOf}
        />
      )}
    </>
  );
}

function useWordsOfMeasures() {
  const { t, i18n } = useTranslation();
  const tree = useTreeWords();
  const language = i18n.language === 'en' ? ('en' as const) : ('zh' as const);
  return {
    measure: (code: string) => measureName(code, language),
    milestone: (kind: string) => tree.choice('milestoneKind', kind),
    assumed: t('sharing.trial.assumption'),
  };
}

function inputsOf(
  trial: Trial,
  term: SharingTerm,
  parties: readonly string[],
  nameOf: (id: string) => string,
  words: ReturnType<typeof useWordsOfMeasures>,
) {
  const needs = needsOf(term, parties);
  const figures = new Map(figuresOf(trial, [...needs.base, ...needs.others], term).map((figure) => [figure.eventId as string, figure]));
  return (id: string): Input | undefined => {
    const figure = figures.get(id);
    if (figure)
      return {
        label: `${words.assumed}：${words.measure(figure.measure)} ${nameOf(figure.party)} ${periodText(figure.period)} ${amountText(figure.amount, 'fen')}`,
      };
    const kind = /^milestone (.+)$/.exec(id)?.[1];
    return kind === undefined ? undefined : { label: `${words.assumed}：${words.milestone(kind)}` };
  };
}

function Subjects({ subjects, picked, onPick }: { subjects: ReturnType<typeof subjectsOf>; picked: number; onPick: (at: number) => void }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  return (
    <Segmented<number>
      value={picked}
      onChange={onPick}
      options={subjects.map(({ subject, ledger }, value) => ({
        value,
        label: `${subject === 'money' ? t('sharing.money') : measureName(subject, language)} · ${t(`sharing.ledger.${ledger}`)}`,
      }))}
    />
  );
}

/** Of terms that start on a date the year of it. */
function firstYearOf(term: SharingTerm): number | undefined {
  const dates = term.node === 'share' ? [] : term.clock.start.all.flatMap((each) => (each.node === 'on-date' ? [Number(each.date.slice(0, 4))] : []));
  return dates.length === 0 ? undefined : Math.max(...dates);
}
