import type { SharingTerm, Statement, Step } from '@lianyu/domain/sharing';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { amountText, useNames } from '../../ui/index.ts';
import { useTreeWords } from '../form/words/index.ts';
import { readStep } from './steps.ts';
import './why.css';

/** What a step was fed with: a figure or a milestone, and the way to it. */
export interface Input {
  readonly label: ReactNode;
}

interface Props {
  readonly statement: Statement;
  /** Whose amount is asked about; nobody's: how the base came about. */
  readonly party: string | undefined;
  readonly amount: bigint;
  readonly over: ReactNode;
  readonly termOf: (digest: string) => SharingTerm | undefined;
  readonly inputOf: (eventId: string) => Input | undefined;
  readonly children?: ReactNode;
}

/** How an amount came about, step by step down to its documents; the rules that did not apply stand there too, with the reason. */
export function Why({ statement, party, amount, over, termOf, inputOf, children }: Props) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const nameOf = useNames();
  const parts = statement.derivation;
  const concerns = (step: Step) => all || party === undefined || step.party === undefined || step.party === party || step.rule === 'guarantee';
  return (
    <section className="card why" aria-label={t('why.title')}>
      <header>
        <h2>{t('why.title')}</h2>
        <Button size="small" type="text" aria-pressed={all} onClick={() => setAll(!all)}>
          {t(all ? 'why.own' : 'why.all')}
        </Button>
      </header>
      <div className="body">
        <div className="big-figure">
          {amountText(amount.toString(), statement.unit)} <small>{t(`sharing.unit.${statement.unit}`)}</small>
        </div>
        <div className="muted">{over}</div>
        {parts.map((part) => (
          <div key={`${part.stretch.from}${part.company ?? ''}${part.steps[0]?.rule ?? ''}${part.steps[0]?.party ?? ''}`} className="stretch">
            {parts.length > 1 && (
              <h3>
                {t('why.stretch', part.stretch)}
                {part.year !== undefined && ` · ${t('why.year', { year: part.year })}`}
                {part.company !== undefined && part.company !== 'trial' && ` · ${part.company}`}
              </h3>
            )}
            <Steps steps={part.steps.filter(concerns)} term={termOf(part.terms)} statement={statement} inputOf={inputOf} nameOf={nameOf} />
          </div>
        ))}
        {children}
        <div className="muted small">{t('why.engine', { engine: statement.engine, reference: statement.reference })}</div>
      </div>
    </section>
  );
}

interface StepsProps {
  readonly steps: readonly Step[];
  readonly term: SharingTerm | undefined;
  readonly statement: Statement;
  readonly inputOf: Props['inputOf'];
  readonly nameOf: (id: string) => string;
}

function Steps({ steps, term, statement, inputOf, nameOf }: StepsProps) {
  const { t, i18n } = useTranslation();
  const tree = useTreeWords();
  const words = { t, language: i18n.language === 'en' ? ('en' as const) : ('zh' as const), nameOf, tree };
  let number = 0;
  return (
    <ol className="steps">
      {steps.map((step, index) => {
        const { title, result, notes } = readStep(step, term, statement, words);
        if (step.applied) number += 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step has no identity but its place
          <li key={index} className={step.applied ? 'step' : 'step off'}>
            <i aria-hidden="true">{step.applied ? number : '–'}</i>
            <span>{title}</span>
            <b className="num">{result}</b>
            <div className="src">
              {notes.join(' · ')}
              <Inputs ids={step.inputs} inputOf={inputOf} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** How many inputs are named at once. */
const SHOWN = 6;

function Inputs({ ids, inputOf }: { ids: readonly string[]; inputOf: Props['inputOf'] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (ids.length === 0) return null;
  const shown = open ? ids : ids.slice(0, SHOWN);
  return (
    <ul className="inputs">
      {shown.map((id) => (
        <li key={id}>{inputOf(id)?.label ?? t('why.unknownInput', { id: id.slice(0, 8) })}</li>
      ))}
      {ids.length > shown.length && (
        <li>
          <button type="button" className="link plain" onClick={() => setOpen(true)}>
            {t('why.more', { count: ids.length - shown.length })}
          </button>
        </li>
      )}
    </ul>
  );
}
