import type { SignedOn } from '@lianyu/domain/agreements';
import type { TFunction } from 'i18next';

/** When a paper was signed, in words where nothing is known. */
export const signedOnText = (t: TFunction, signedOn: SignedOn | string): string => (signedOn === 'unknown' ? t('registration.unknownDay') : signedOn);

/** What was typed: the word for not knowing is taken in both languages. */
export const signedOnFrom = (typed: string): string => (['不详', '未知', 'unknown'].includes(typed.trim().toLowerCase()) ? 'unknown' : typed.trim());
