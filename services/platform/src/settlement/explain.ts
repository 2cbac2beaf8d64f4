import type { Explanation, PeriodKnown } from '@lianyu/contract';
import { inputsOf, lineDerivation } from '@lianyu/domain/settlement';

/** The derivation of one line: the steps that concern its party or all, down to the inputs they name. */
export function explainedLine(known: PeriodKnown, of: 'entitlement' | 'booked', subject: string, index: number): Explanation | undefined {
  const statement = (of === 'booked' ? (known.booked?.statements ?? []) : known.entitlement).find((each) => each.subject === subject);
  const derived = statement && lineDerivation(statement, index);
  if (!derived) return undefined;
  const { line, derivation } = derived;
  const used = inputsOf(derivation);
  return {
    period: known.period,
    at: known.at,
    unit: statement.unit,
    line,
    derivation: [...derivation],
    inputs: known.inputs.filter(({ eventId }) => used.has(eventId)),
    sums: known.sums,
  };
}
