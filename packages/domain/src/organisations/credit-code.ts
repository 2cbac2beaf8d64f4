import { z } from 'zod';

/** 统一社会信用代码 (GB 32100-2015): 18 characters, without I, O, S, V, Z. */
export const creditCode = z.string().regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/);

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Whether the last character is the check character of the others. Real codes fail it (91350211M0000XUF46): it is a warning
 * that can be overridden, never a reason to keep a true code out.
 */
export function checkHolds(code: string): boolean {
  if (!creditCode.safeParse(code).success) return false;
  const places = [...code].map((glyph) => ALPHABET.indexOf(glyph));
  let weight = 1;
  let sum = 0;
  for (const place of places.slice(0, 17)) {
    sum += place * weight;
    weight = (weight * 3) % 31;
  }
  return (31 - (sum % 31)) % 31 === places[17];
}
