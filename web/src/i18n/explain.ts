import { type Unit, units } from '@lianyu/domain/money';
import type { TFunction } from 'i18next';
import { amountText } from '../ui/amount.ts';
import { errorsZh } from './errors.zh.ts';

/** What a name of an organisation reads as; missing names are shown by their id. */
export type NameOf = (organisation: string) => string;

/** Amounts of a refusal as they are read: in the unit, not in its smallest part. */
function amountsIn({ there, asked, missing, unit }: Readonly<Record<string, unknown>>, t: TFunction): Record<string, string> {
  if (typeof unit !== 'string' || !(unit in units) || typeof missing !== 'string') return {};
  const of = unit as Unit;
  const text = (amount: unknown) => amountText(String(amount), of);
  return { thereText: text(there), askedText: text(asked), shortText: text(missing), unitText: t(`sharing.unit.${of}`) };
}

/** A refusal in words: the code's sentence with its data filled in. */
export function explain(
  t: TFunction,
  { code, data }: { code: string; data: Readonly<Record<string, unknown>> },
  nameOf: NameOf = (id) => id,
): string {
  if (!(code in errorsZh) || code === 'problems') return code;
  const words = {
    ...data,
    missingNames: Array.isArray(data['missing']) ? data['missing'].map((id) => nameOf(String(id))).join('、') : '',
    problemText: typeof data['problem'] === 'string' ? t(`errors.problems.${data['problem']}` as 'errors.problems.tax-twice') : '',
    firstRole: typeof data['first'] === 'string' ? t(`terms.role.${data['first']}` as 'terms.role.drafter') : '',
    secondRole: typeof data['second'] === 'string' ? t(`terms.role.${data['second']}` as 'terms.role.drafter') : '',
    ...amountsIn(data, t),
    nextStep: typeof data['next'] === 'string' ? t(`terms.step.${data['next']}` as 'terms.step.consultation') : '',
  };
  return t(`errors.${code}` as 'errors.INTERNAL', words);
}
