import { exactPercent, type RatioText, ratio } from '@lianyu/domain/money';
import type { ShareTerm } from '@lianyu/domain/sharing';
import type { TFunction } from 'i18next';

/** 60 % where that is exact, otherwise the fraction. */
export function shareWords(share: RatioText): string {
  const percent = exactPercent(ratio(share));
  return percent === undefined ? `${share[0]}/${share[1]}` : `${percent} %`;
}

/** Two shares as they read before and after; 1/2 and 2/4 are the same per cent and still two texts. */
export function shareChange(
  before: RatioText | undefined,
  after: RatioText | undefined,
): { readonly before: string | undefined; readonly after: string | undefined } {
  const alike = before && after && shareWords(before) === shareWords(after);
  const words = (share: RatioText | undefined) => share && (alike ? share.join('/') : shareWords(share));
  return { before: words(before), after: words(after) };
}

export function yearsWords(t: TFunction, { fromYear, toYear }: { readonly fromYear: number; readonly toYear?: number | undefined }): string {
  if (toYear === undefined) return t('agreements.sharing.onwards', { from: fromYear });
  return toYear === fromYear ? t('agreements.sharing.one', { from: fromYear }) : t('agreements.sharing.fromTo', { from: fromYear, to: toYear });
}

export function startWords(t: TFunction, start: ShareTerm['start']): string {
  return start.node === 'on-date'
    ? t('agreements.sharing.fromDate', { date: start.date })
    : t('agreements.sharing.fromMilestone', { milestone: t(`terms.milestone.${start.milestone}`) });
}

/** 增值税、企业所得税（地方留成部分）: taxes of the same level together. */
export function baseWords(t: TFunction, { taxes }: ShareTerm['base']): string {
  const levels = [...new Set(taxes.map(({ level }) => level))];
  return levels
    .map((level) => {
      const named = taxes.filter((each) => each.level === level).map(({ tax }) => t(`terms.tax.${tax}`));
      return t('agreements.sharing.baseOf', { taxes: named.join(t('agreements.sharing.comma')), level: t(`terms.taxLevel.${level}`) });
    })
    .join(t('agreements.sharing.semicolon'));
}
