import { Tabs } from 'antd';
import { type ReactNode, useLayoutEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withAt } from '../form/at-path.ts';
import { anchorOf, type FormParty, FormState, type ProblemAt, type TermForm, TermFormContext } from '../form/context.tsx';
import { Choice } from '../form/controls/choice.tsx';
import { blankRecord, type RoughRecord, recordIn } from '../form/rough.ts';
import type { RecordShape } from '../form/shape.ts';
import { RecordFields } from '../form/tree.tsx';
import { useTreeWords } from '../form/words/index.ts';
import { type Open, Outline } from './outline.tsx';
import { chosenShape, termShape } from './term-shape.ts';
import '../form/form.css';
import './editor.css';

export interface Pane {
  readonly key: string;
  readonly label: string;
  readonly content: ReactNode;
}

interface Props {
  /** Path of the term in what is checked: `clauses.3.body.term`. */
  readonly at: string;
  readonly term: RoughRecord;
  readonly parties: readonly FormParty[];
  readonly onChange: (change: (before: RoughRecord) => RoughRecord) => void;
  readonly open: readonly Open[];
  readonly problemAt: ProblemAt;
  /** Shown before a kind of term is chosen: templates to begin with. */
  readonly beginning?: ReactNode;
  /** What stands beside the form: text, trial, comparison. */
  readonly panes: readonly Pane[];
  readonly head: ReactNode;
}

/** A sharing term as a form, its parts beside it in their order, and what it says and comes to on the other side. */
export function TermEditor({ at, term, parties, onChange, open, problemAt, beginning, panes, head }: Props) {
  const { t } = useTranslation();
  const [pane, setPane] = useState(panes[0]?.key ?? '');
  const shape = chosenShape(term);
  const [state] = useState(() => new FormState(term, problemAt));
  // Fields are told before the page is painted, and only those that show something else are drawn anew.
  useLayoutEffect(() => state.change(term, problemAt), [state, term, problemAt]);
  const form = useMemo<TermForm>(
    () => ({ at, parties, state, set: (path, value) => onChange((before) => recordIn(withAt(before, path, value))) }),
    [at, parties, state, onChange],
  );
  return (
    <TermFormContext value={form}>
      <div className="term-editor">
        <div className="term-head">{head}</div>
        {shape ? (
          <div className="term-columns">
            <Outline shape={shape} term={term} open={open} onGo={goTo} />
            <div className="term-form">
              <Parts shape={shape} term={term} />
            </div>
            <aside className="term-panes" aria-label={t('sharing.beside')}>
              <Tabs
                activeKey={pane}
                onChange={setPane}
                items={panes.map(({ key, label, content }) => ({ key, label, children: content }))}
                destroyOnHidden
              />
            </aside>
          </div>
        ) : (
          <div className="term-beginning">
            <KindChoice term={term} onChange={onChange} />
            {beginning}
          </div>
        )}
      </div>
    </TermFormContext>
  );
}

/** Each part of the term is a card of its own, numbered in the order in which it is computed. */
function Parts({ shape, term }: { shape: RecordShape; term: RoughRecord }) {
  return shape.fields
    .filter((field) => field.shape.kind !== 'fixed')
    .map((field) => (
      <section className="card part" key={field.name}>
        <RecordFields shape={partOf(shape, field)} path="" value={term} />
      </section>
    ));
}

const partOf = (shape: RecordShape, field: RecordShape['fields'][number]): RecordShape => ({ ...shape, fields: [field] });

function KindChoice({ term, onChange }: Pick<Props, 'term' | 'onChange'>) {
  const { t } = useTranslation();
  const words = useTreeWords();
  // The first form of terms is still read, and no longer begun with.
  const kinds = [...termShape.options.keys()].filter((kind) => kind !== 'share');
  const choose = (kind: string) => {
    const option = termShape.options.get(kind);
    if (option) onChange((before) => ({ ...blankRecord(option), ...before, node: kind }));
  };
  return (
    <section className="card part">
      <Choice
        path="node"
        label={t('sharing.kind')}
        hint={t('sharing.kindHint')}
        value={typeof term['node'] === 'string' ? term['node'] : ''}
        options={kinds.map((kind) => ({ value: kind, label: words.choice('term', kind) }))}
        onChange={choose}
      />
    </section>
  );
}

/** Brings a place of the form into view and puts the focus into its first control. */
export function goTo(path: string): void {
  const ways = path.split('.').map((_, index, all) => all.slice(0, all.length - index).join('.'));
  const place = ways.map((way) => document.getElementById(anchorOf(way))).find((found) => found !== null);
  place?.scrollIntoView({ block: 'center' });
  place?.querySelector<HTMLElement>('input, textarea, button, [role="combobox"]')?.focus({ preventScroll: true });
}
