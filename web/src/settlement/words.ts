import type { Unit } from '@lianyu/domain/money';
import { measure, unitOf } from '@lianyu/domain/sharing';
import type { StatementStage } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { measureName } from '../sharing/form/words/index.ts';
import type { Tone } from '../ui/index.ts';

export const stageTone: Readonly<Record<StatementStage, Tone>> = {
  proposed: 'act',
  withdrawn: 'neutral',
  disputed: 'fail',
  adopted: 'wait',
  'partly-paid': 'wait',
  settled: 'ok',
};

/** 资金, or the indicator or quota that is counted. */
export function useSubject(): (subject: string) => string {
  const { t, i18n } = useTranslation();
  return (subject) => (subject === 'money' ? t('sharing.money') : measureName(subject, i18n.language === 'en' ? 'en' : 'zh'));
}

/** The title of an agreement or the heading of a clause in the language of the page. */
export function useBilingual(): (text: { readonly zh: string; readonly en: string }) => string {
  const { i18n } = useTranslation();
  return ({ zh, en }) => (i18n.language === 'en' && en !== '' ? en : zh);
}

const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
/** Today on Beijing's calendars. */
export const today = () => beijing.format(new Date());

/** The unit that a statement's subject is counted in. */
export function unitOfSubject(subject: string): Unit {
  const code = measure.safeParse(subject).data;
  return code ? unitOf(code) : 'fen';
}
