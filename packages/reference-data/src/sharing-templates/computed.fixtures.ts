import type { CalendarDate, Digest, EventId, Instant, OrganisationId } from '@lianyu/domain/kernel';
import { type Fen, fen, yuan } from '@lianyu/domain/money';
import {
  evaluate,
  type Figure,
  type Line,
  type Measure,
  type Milestone,
  type MilestoneKind,
  type SharingTerm,
  type Statement,
} from '@lianyu/domain/sharing';
import { sharingReference } from '../taxes/index.ts';
import { cast } from './agreed.fixtures.ts';

let count = 0;
const eventId = () => `00000000-0000-4000-8000-${(++count).toString().padStart(12, '0')}` as EventId;
const date = (text: string) => text as CalendarDate;

/** A figure of a year, or of `from..to`; the amount in yuan. */
export function figure(when: string, role: string, measure: Measure, amount: string, more: Partial<Figure> = {}): Figure {
  const [from = '', to = ''] = when.includes('..') ? when.split('..') : [`${when}-01-01`, `${when}-12-31`];
  const period = { from: date(from), to: date(to) };
  return { eventId: eventId(), measure, party: cast(role), period, amount: fen(amount).toString(), effectiveOn: period.to, flags: [], ...more };
}

export const milestone = (kind: MilestoneKind, on: string, company?: string): Milestone => ({
  eventId: eventId(),
  kind,
  on: date(on),
  ...(company === undefined ? {} : { company }),
});

export function statements(
  term: SharingTerm,
  figures: readonly Figure[],
  milestones: readonly Milestone[] = [],
  through = '2060-12-31',
): readonly Statement[] {
  return evaluate({
    versions: [{ digest: 'a'.repeat(64) as Digest, clause: 'sharing', effectiveFrom: date('2000-01-01'), term }],
    milestones,
    figures,
    reference: sharingReference,
    knownAt: '2061-01-01T00:00:00.000Z' as Instant,
    through: date(through),
  }).statements;
}

/** What roles get in a year, in yuan. */
export function got(
  all: readonly Statement[],
  year: string,
  roles: readonly string[],
  kinds: readonly Line['kind'][] = ['share', 'recovery', 'guarantee', 'charge', 'retained', 'counted'],
): string[] {
  const found = all.filter(({ period }) => period.from === `${year}-01-01`);
  if (found.length !== 1) throw new Error(`${found.length} statements of ${year}`);
  return roles.map((role) => amountOf(found[0] as Statement, cast(role), kinds));
}

export function amountOf({ lines }: Statement, party: OrganisationId, kinds: readonly Line['kind'][]): string {
  const own = lines.filter((line) => line.party === party && kinds.includes(line.kind));
  return yuan(own.reduce((sum, { amount }) => sum + BigInt(amount), 0n) as Fen);
}
