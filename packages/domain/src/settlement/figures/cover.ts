import type { OrganisationId } from '../../kernel/index.ts';
import { overlap } from '../words.ts';
import type { FigureContent } from './events.ts';

/** A figure that stands, or is about to. */
export interface Covering {
  readonly party: OrganisationId;
  readonly content: FigureContent;
}

/**
 * Whether adding both up would count something twice: the same measure of the same party in overlapping periods, of the same
 * enterprise or one of an enterprise and one of all. What happens several times in a period (tax paid back, money put in or
 * paid out, things delivered) is the same only with the same day, amount and document.
 */
export function coversSame(one: Covering, other: Covering): boolean {
  if (one.party !== other.party || one.content.measure !== other.content.measure) return false;
  if (!overlap(one.content.period, other.content.period)) return false;
  if (one.content.consolidated !== other.content.consolidated) return false;
  const [first, second] = [one.content.company?.code, other.content.company?.code];
  if (first !== second && first !== undefined && second !== undefined) return false;
  return !happensOften(one.content.measure) || isSameDeed(one.content, other.content);
}

const OFTEN = /^(refund|credit-refund|outlay|investment|quota|count|subsidy)\b/;

export function happensOften(measure: FigureContent['measure']): boolean {
  return OFTEN.test(measure);
}

function isSameDeed(one: FigureContent, other: FigureContent): boolean {
  return one.effectiveOn === other.effectiveOn && one.amount === other.amount && one.document.digest === other.document.digest;
}

/** Finds standing figures that cover the same, by measure and party, without looking at all others each time. */
export function createCover(standing: Iterable<readonly [number, Covering]>) {
  const byKey = new Map<string, [number, Covering][]>();
  const keyOf = ({ party, content }: Covering) => `${party} ${content.measure}`;
  const add = (number: number, covering: Covering) => {
    const key = keyOf(covering);
    const known = byKey.get(key);
    if (known) known.push([number, covering]);
    else byKey.set(key, [[number, covering]]);
  };
  for (const [number, covering] of standing) add(number, covering);
  return {
    add,
    /** The number of one that covers the same as this, apart from the one whose place it takes. */
    find: (covering: Covering, except: number | undefined): number | undefined =>
      byKey.get(keyOf(covering))?.find(([number, other]) => number !== except && coversSame(covering, other))?.[0],
  };
}
