const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const STEMS = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'] as const;

/** 1…999 as Chinese numerals, 12 → 十二, 105 → 一百零五. */
export function chineseNumeral(value: number): string {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  const high = hundreds > 0 ? `${DIGITS[hundreds]}百` : '';
  const middle = tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : DIGITS[tens]}十` : hundreds > 0 && ones > 0 ? '零' : '';
  const low = ones > 0 ? DIGITS[ones] : '';
  return `${high}${middle}${low}` || '零';
}

/** The parties in the order of the text: 甲方, 乙方, 丙方 … */
export function partyName(index: number): string {
  return `${STEMS[index] ?? `第${chineseNumeral(index + 1)}`}方`;
}

export function partyNameEn(index: number): string {
  return `Party ${String.fromCharCode(65 + index)}`;
}
