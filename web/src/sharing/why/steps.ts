import { exactPercent, type Unit } from '@lianyu/domain/money';
import type { SharingTerm, Statement, Step } from '@lianyu/domain/sharing';
import type { TFunction } from 'i18next';
import type { NameOf } from '../../i18n/explain.ts';
import { amountText } from '../../ui/amount.ts';
import { measureName, type TreeWords } from '../form/words/index.ts';
import { whyZh } from './texts.zh.ts';

/** A step of a derivation as it is read. */
export interface ReadStep {
  readonly title: string;
  readonly result: string | undefined;
  readonly notes: readonly string[];
}

interface Words {
  readonly t: TFunction;
  readonly language: 'zh' | 'en';
  readonly nameOf: NameOf;
  readonly tree: TreeWords;
}

/** The words of a step, made from it and from the terms that it was computed under. */
export function readStep(step: Step, term: SharingTerm | undefined, { unit }: Pick<Statement, 'unit'>, words: Words): ReadStep {
  const { t, nameOf } = words;
  const { values = {}, rule, why, exact } = step;
  const title =
    rule in whyZh.rule
      ? t(`why.rule.${rule}` as 'why.rule.ratio', {
          ...values,
          ratio: ratioText(values['ratio']),
          what: whatOf(step, term, words),
          first: nameOf(values['first'] ?? ''),
          year: values['year'] ?? '',
        })
      : rule;
  const notes = [
    ...(step.party === undefined ? [] : [nameOf(step.party)]),
    ...Object.entries(values).flatMap(([name, value]) => valueText(name, value, unit, t)),
    ...(exact ? exactText(exact, unit, t) : []),
    ...(why === undefined ? [] : [t(`why.reason.${why}`)]),
  ];
  return { title, result: resultText(step, unit, t), notes };
}

/** The node of the terms that a step speaks of: `base.sources.1` → that source. */
export function nodeAt(term: SharingTerm | undefined, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), term);
}

function whatOf({ path, rule, values = {} }: Step, term: SharingTerm | undefined, { t, language, tree }: Words): string {
  const node = nodeAt(term, path) as
    | { node?: string; tax?: string; level?: string; income?: string; measure?: string; indicator?: string }
    | undefined;
  const name =
    node?.node === 'tax'
      ? measureName(`tax/${node.tax}/${node.level}`, language)
      : node?.node === 'income'
        ? measureName(`income/${node.income}`, language)
        : node?.measure !== undefined
          ? measureName(node.measure, language)
          : node?.indicator !== undefined
            ? tree.choice('indicatorKind', node.indicator)
            : '';
  if (rule !== 'refund') return name;
  const kind = values['reason'] === 'credit' ? t('why.credit') : t('why.ordinary');
  return `${name} · ${kind}`;
}

const MONEY = new Set([
  'sum',
  'least',
  'outlay',
  'before',
  'open',
  'cap',
  'granted',
  'floor',
  'received',
  'fromOwnPart',
  'unmet',
  'was',
  'now',
  'shortfall',
  'brought',
  'forward',
]);

function valueText(name: string, value: string, unit: Unit, t: TFunction): string[] {
  if (!(name in whyZh.value)) return [];
  const shown = MONEY.has(name) || (name === 'part' && /^-?\d+$/.test(value)) ? amountText(value, unit) : value;
  return [t(`why.value.${name}` as 'why.value.sum', { value: shown })];
}

/** A fraction of a fen that was rounded; one that is whole needs no words. */
function exactText([n, d]: readonly [string, string], unit: Unit, t: TFunction): string[] {
  const [numerator, denominator] = [BigInt(n), BigInt(d)];
  if (numerator % denominator === 0n) return [];
  return [t('why.exact', { value: `${amountText((numerator / denominator).toString(), unit)} + ${numerator % denominator}/${denominator}` })];
}

function resultText({ rule, result, applied }: Step, unit: Unit, t: TFunction): string | undefined {
  if (result === 'met' || result === 'not-met') return t(`why.${result}`);
  if (!applied) return t('why.off');
  if (result === undefined) return undefined;
  return rule !== 'start' && /^-?\d+$/.test(result) ? amountText(result, unit) : result;
}

/** 3/5 as 60 %, where that is exact. */
function ratioText(ratio: string | undefined): string {
  const [n, d] = ratio?.split('/') ?? [];
  if (n === undefined || d === undefined || !/^\d+$/.test(n) || !/^[1-9]\d*$/.test(d)) return ratio ?? '';
  const percent = exactPercent({ numerator: BigInt(n), denominator: BigInt(d) });
  return percent === undefined ? `${n}/${d}` : `${percent} %`;
}
