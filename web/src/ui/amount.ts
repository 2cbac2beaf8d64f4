import { type Unit, units } from '@lianyu/domain/money';

const AMOUNT = /^(-?)(\d{1,18})(?:\.(\d{1,8}))?(万|亿)?$/;
const zeros = { 万: 4, 亿: 8 } as const;

/**
 * An amount as it is typed, `5,000,000`, `500万`, `1.2亿` or `0.05`, in the smallest part of the unit as the wire has it
 * (MN-1, MN-4). Exact: what the unit has no digits for is no amount, and neither is what is longer than 18 digits.
 */
export function amountFrom(typed: string, unit: Unit): string | undefined {
  const [, sign, whole, places = '', large] = AMOUNT.exec(typed.replace(/[\s,，]/g, '').replace('．', '.')) ?? [];
  if (whole === undefined) return undefined;
  const shift = units[unit].digits + (large === undefined ? 0 : zeros[large as keyof typeof zeros]);
  if (places.replace(/0+$/, '').length > shift) return undefined;
  const digits = (whole + places.padEnd(shift, '0').slice(0, shift)).replace(/^0+(?=\d)/, '');
  if (digits.length > 18) return undefined;
  return digits === '0' ? '0' : `${sign}${digits}`;
}

/** `500000000` fen as `5,000,000.00`, `10500` of mu as `1.05`: how it is shown, and can be typed again. */
export function amountText(amount: string, unit: Unit): string {
  const { digits } = units[unit];
  const negative = amount.startsWith('-');
  const padded = amount.replace('-', '').padStart(digits + 1, '0');
  const whole = padded.slice(0, padded.length - digits).replace(/\B(?=(\d{3})+$)/g, ',');
  const places = digits === 0 ? '' : padded.slice(-digits);
  const shown = unit === 'fen' || unit === 'usd-cent' ? places : places.replace(/0+$/, '');
  return `${negative ? '-' : ''}${whole}${shown === '' ? '' : `.${shown}`}`;
}

export function numberFrom(typed: string): number | undefined {
  return /^\d{1,4}$/.test(typed) ? Number(typed) : undefined;
}
