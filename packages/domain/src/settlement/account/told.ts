import type { DerivationPart, Statement } from '../../sharing/index.ts';

/**
 * A statement for those who may not read single figures: events are not named, and what was computed enterprise by enterprise
 * is told as one sum (AZ-2).
 */
export function withoutSingles(statement: Statement): Statement {
  const common = statement.derivation.filter(({ company }) => company === undefined);
  return { ...statement, derivation: [...common.map(unnamed), ...summed(statement.derivation.filter(({ company }) => company !== undefined))] };
}

function unnamed(part: DerivationPart): DerivationPart {
  return { ...part, steps: part.steps.map((step) => ({ ...step, inputs: [] })) };
}

function summed(parts: readonly DerivationPart[]): readonly DerivationPart[] {
  const sums = new Map<string, DerivationPart>();
  for (const { stretch, terms, base } of parts) {
    const key = `${stretch.from} ${stretch.to} ${terms}`;
    const known = sums.get(key);
    sums.set(key, { stretch, terms, base: (BigInt(known?.base ?? '0') + BigInt(base)).toString(), steps: [] });
  }
  return [...sums.values()];
}
