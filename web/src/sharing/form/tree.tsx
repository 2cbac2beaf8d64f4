import { Button } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { anchorOf, under, useProblem, useTermForm } from './context.tsx';
import { Choice, isWide } from './controls/choice.tsx';
import type { Asked } from './controls/labelled.tsx';
import { LeafControl } from './controls/leaf.tsx';
import { Ranking } from './controls/ranking.tsx';
import { SetOf } from './controls/set.tsx';
import { Shares } from './controls/shares.tsx';
import { withIds } from './ids.ts';
import { isRelevant } from './relevance.ts';
import { blank, blankRecord, listIn, type Rough, type RoughRecord, recordIn, textIn } from './rough.ts';
import type { Field, RecordShape, Shape } from './shape.ts';
import { useTreeWords } from './words/index.ts';

/** The fields of a record: what is short side by side, what has parts below. */
export function RecordFields({ shape, path, value }: { shape: RecordShape; path: string; value: RoughRecord }) {
  return (
    <div className="node-fields">
      {shape.fields
        .filter(({ name }) => isRelevant(`${shape.name}.${name}`, value))
        .map((field) => (
          <FieldForm
            key={field.name}
            record={shape.name}
            field={field}
            path={under(path, field.name)}
            value={value[field.name]}
            beside={looksBeside(field.shape) ? value : NOTHING}
          />
        ))}
    </div>
  );
}

const NOTHING: RoughRecord = {};
/** Only these look at their neighbours: a body fills in its name, an amount may be counted in the unit of a measure. */
const looksBeside = (shape: Shape) => shape.kind === 'leaf' && (shape.leaf.of === 'body' || shape.leaf.of === 'amount');

interface FieldProps {
  readonly record: string;
  readonly field: Field;
  readonly path: string;
  readonly value: Rough | undefined;
  readonly beside: RoughRecord;
}

/** Drawn anew only when what it holds has changed: a large term stays light under the fingers. */
const FieldForm = memo(function FieldForm({ record, field, path, value, beside }: FieldProps) {
  const { t } = useTranslation();
  const words = useTreeWords();
  const { name, optional, shape } = field;
  const label = words.field(record, name);
  const asked = { path, label: optional ? `${label}${t('sharing.optional')}` : label, hint: words.hint(record, name) };
  switch (shape.kind) {
    case 'fixed':
      return null;
    case 'record':
      return <Section {...asked} label={label} optional={optional} shape={shape} value={value} />;
    case 'list':
      return <ListForm {...asked} name={`${record}.${name}`} shape={shape} value={listIn(value)} />;
    case 'node':
      return <NodeForm {...asked} label={asked.label} what={label} optional={optional} shape={shape} value={recordIn(value)} />;
    default:
      return <Simple {...asked} shape={shape} value={value} beside={beside} />;
  }
});

/** One question: a leaf, a choice, shares, an order, or several of a list. */
function Simple({ shape, value, beside, ...asked }: Asked & { shape: Shape; value: Rough | undefined; beside: RoughRecord }) {
  const words = useTreeWords();
  const { parties, set } = useTermForm();
  switch (shape.kind) {
    case 'leaf':
      return <LeafControl {...asked} leaf={shape.leaf} value={textIn(value)} beside={beside} />;
    case 'choice': {
      const options = shape.values.map((word) => ({ value: word, label: words.choice(shape.name, word) }));
      return <Choice {...asked} value={textIn(value)} options={options} onChange={(next) => set(asked.path, next)} />;
    }
    case 'shares':
      return <Shares {...asked} value={recordIn(value)} />;
    case 'ranking':
      return <Ranking {...asked} value={listIn(value)} />;
    case 'set': {
      const { of } = shape;
      const options =
        of.kind === 'choice'
          ? of.values.map((word) => ({ value: word, label: words.choice(of.name, word) }))
          : parties.map(({ key, name }) => ({ value: key, label: name }));
      return <SetOf {...asked} value={listIn(value).map(textIn)} options={options} onChange={(next) => set(asked.path, next)} />;
    }
    default:
      return null;
  }
}

interface Part extends Asked {
  readonly label: string;
}

/** A part of the term with fields of its own; one that need not be there is agreed on, or left out. */
function Section({ path, label, hint, optional, shape, value }: Part & { optional: boolean; shape: RecordShape; value: Rough | undefined }) {
  const { t } = useTranslation();
  const { at, set } = useTermForm();
  const problem = useProblem(path);
  const anchor = anchorOf(`${at}.${path}`);
  if (optional && value === undefined)
    return (
      <div className="not-agreed" id={anchor}>
        <span className="muted">{t('sharing.notAgreed', { what: label })}</span>
        <Button size="small" onClick={() => set(path, withIds(blankRecord(shape), shape, []))}>
          {t('sharing.agree', { what: label })}
        </Button>
      </div>
    );
  return (
    <fieldset className="node" id={anchor}>
      <legend>{label}</legend>
      {hint !== undefined && <div className="muted small">{hint}</div>}
      {problem !== undefined && <div className="hint">{problem}</div>}
      <RecordFields shape={shape} path={path} value={recordIn(value)} />
      {optional && (
        <Button size="small" type="text" onClick={() => set(path, undefined)}>
          {t('sharing.leaveOut', { what: label })}
        </Button>
      )}
    </fieldset>
  );
}

interface NodeProps extends Part {
  /** The part without what is said about it. */
  readonly what: string;
  readonly optional: boolean;
  readonly shape: Extract<Shape, { kind: 'node' }>;
  readonly value: RoughRecord;
}

/** Which kind of node stands here, and its fields once it is chosen. */
function NodeForm({ path, label, hint, what, optional, shape, value }: NodeProps) {
  const { t } = useTranslation();
  const words = useTreeWords();
  const { at, set } = useTermForm();
  const problem = useProblem(path);
  const chosen = shape.options.get(textIn(value['node']));
  const options = [...shape.options.keys()].map((word) => ({ value: word, label: words.choice(shape.name, word) }));
  // What was typed stays behind another choice, in case that was a slip.
  const choose = (word: string) => {
    const option = shape.options.get(word);
    if (option) set(path, { ...blankRecord(option), ...value, node: word });
  };
  const hasFields = chosen?.fields.some((field) => field.shape.kind !== 'fixed');
  return (
    <div className={hasFields ? 'node chosen' : isWide(options) ? 'node-choice wide' : 'node-choice'} id={anchorOf(`${at}.${path}`)}>
      <Choice path={under(path, 'node')} label={label} hint={hint} value={textIn(value['node'])} options={options} onChange={choose} />
      {problem !== undefined && <div className="hint">{problem}</div>}
      {chosen && hasFields && <RecordFields shape={chosen} path={path} value={value} />}
      {optional && chosen && (
        <Button size="small" type="text" onClick={() => set(path, undefined)}>
          {t('sharing.leaveOut', { what })}
        </Button>
      )}
    </div>
  );
}

interface ListProps extends Part {
  readonly name: string;
  readonly shape: Extract<Shape, { kind: 'list' }>;
  readonly value: readonly Rough[];
}

/** Things of one kind, each with a number; as many as the term allows. */
function ListForm({ path, label, hint, name, shape, value }: ListProps) {
  const { t } = useTranslation();
  const words = useTreeWords();
  const { at, set } = useTermForm();
  const problem = useProblem(path);
  const { element, least, most } = shape;
  const item = words.item(name);
  const add = () => set(path, [...value, withIds(blank(element) ?? '', element, value)]);
  const remove = (index: number) =>
    set(
      path,
      value.filter((_, place) => place !== index),
    );
  return (
    <fieldset className="node list" id={anchorOf(`${at}.${path}`)}>
      <legend>{label}</legend>
      {hint !== undefined && <div className="muted small">{hint}</div>}
      {value.length === 0 && <div className="muted">{t('sharing.none')}</div>}
      {value.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a node has no identity but its place
        <fieldset className="list-item" key={index} aria-label={`${item} ${index + 1}`} id={anchorOf(`${at}.${under(path, index)}`)}>
          <div className="list-head">
            <b>
              {item} {index + 1}
            </b>
            {value.length > least && (
              <Button size="small" type="text" aria-label={`${t('sharing.remove')} ${item} ${index + 1}`} onClick={() => remove(index)}>
                {t('sharing.remove')}
              </Button>
            )}
          </div>
          <Element shape={element} path={under(path, index)} label={`${item} ${index + 1}`} value={each} />
        </fieldset>
      ))}
      {problem !== undefined && <div className="hint">{problem}</div>}
      {value.length < most && (
        <Button size="small" onClick={add}>
          {t('sharing.add', { what: item })}
        </Button>
      )}
    </fieldset>
  );
}

const Element = memo(function Element({ shape, path, label, value }: { shape: Shape; path: string; label: string; value: Rough }) {
  const words = useTreeWords();
  if (shape.kind === 'record') return <RecordFields shape={shape} path={path} value={recordIn(value)} />;
  if (shape.kind === 'node') {
    const kind = words.kindOf(shape.name);
    return <NodeForm path={path} label={kind} hint={undefined} what={kind} optional={false} shape={shape} value={recordIn(value)} />;
  }
  return <Simple path={path} label={label} hint={undefined} shape={shape} value={value} beside={NOTHING} />;
});
