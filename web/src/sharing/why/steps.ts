import type { Unit } from '@lianyu/domain/money';
import { type SharingTerm, type Statement, type Step, stepInWords } from '@lianyu/domain/sharing';
import type { TFunction } from 'i18next';
import type { NameOf } from '../../i18n/explain.ts';
import { amountText } from '../../ui/amount.ts';
import { measureName, type TreeWords } from '../form/words/index.ts';

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
  const { t, nameOf, language } = words;
  const amountOf = (whole: string) => amountText(whole, unit);
  const said = stepInWords(step, { language, nameOf, amountOf, what: whatOf(step, term, words) });
  const notes = [
    ...(step.party === undefined ? [] : [nameOf(step.party)]),
    ...said.values,
    ...(step.exact ? exactText(step.exact, unit, t) : []),
    ...(said.why === undefined ? [] : [said.why]),
  ];
  return { title: said.rule, result: resultText(step, unit, t), notes };
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
