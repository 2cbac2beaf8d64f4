import type { Explanation, PeriodKnown } from '@lianyu/contract';
import { inputsOf } from './inputs.ts';

/** The derivation of one line: the steps that concern its party or all, down to the inputs they name. */
export function explainedLine(known: PeriodKnown, of: 'entitlement' | 'booked', subject: string, index: number): Explanation | undefined {
  const statement = (of === 'booked' ? (known.booked?.statements ?? []) : known.entitlement).find((each) => each.subject === subject);
  const line = statement?.lines[index];
  if (!statement || !line) return undefined;
  const about = line.of;
  const parts = statement.derivation
    .filter(({ stretch }) => (about === undefined) === stretch.from >= statement.period.from && (about === undefined || stretch.from >= about.from))
    .filter(({ stretch }) => about === undefined || stretch.to <= about.to);
  const derivation = parts.map((part) => ({ ...part, steps: part.steps.filter(({ party }) => party === undefined || party === line.party) }));
  const used = inputsOf([{ ...statement, derivation }]);
  return {
    period: known.period,
    at: known.at,
    unit: statement.unit,
    line,
    derivation,
    inputs: known.inputs.filter(({ eventId }) => used.has(eventId)),
    sums: known.sums,
  };
}
