import type { TFunction } from 'i18next';
import { errorsZh } from './errors.zh.ts';

/** What a name of an organisation reads as; missing names are shown by their id. */
export type NameOf = (organisation: string) => string;

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
    nextStep: typeof data['next'] === 'string' ? t(`terms.step.${data['next']}` as 'terms.step.consultation') : '',
  };
  return t(`errors.${code}` as 'errors.INTERNAL', words);
}
