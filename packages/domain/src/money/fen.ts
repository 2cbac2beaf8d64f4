/** An amount of money in fen, the hundredth part of a yuan (MN-1). */
export type Fen = bigint & { readonly unit: 'fen' };

const YUAN = /^(-?)(0|[1-9]\d*)(?:\.(\d{1,2}))?$/;

/** Parses yuan, `"1234.5"` → 123450n. No spaces, commas, signs of currency, leading zeros or third decimals. @throws RangeError */
export function fen(yuan: string): Fen {
  const match = YUAN.exec(yuan);
  if (!match) throw new RangeError(`not an amount in yuan: ${JSON.stringify(yuan)}`);
  const [, sign, whole, part = ''] = match;
  return BigInt(`${sign}${whole}${part.padEnd(2, '0')}`) as Fen;
}

/** Yuan with two decimals and no grouping, `"1234.50"`: the form on the wire, read back by `fen`. */
export function yuan(amount: Fen): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
