const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Whether the last character of a 统一社会信用代码 is the check character of the others (GB 32100-2015). Real codes fail it
 * (91350211M0000XUF46): it is for a warning, never for a refusal.
 */
export function checkHolds(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  const places = [...code].map((glyph) => ALPHABET.indexOf(glyph));
  let weight = 1;
  let sum = 0;
  for (const place of places.slice(0, 17)) {
    sum += place * weight;
    weight = (weight * 3) % 31;
  }
  return (31 - (sum % 31)) % 31 === places[17];
}
