import type { OrganisationId } from '@lianyu/domain/kernel';
import { type ComputedTerm, sharingTerm } from '@lianyu/domain/sharing';
import type { Draft, SharingTemplate } from './template.ts';

/** Roles as organisations of the same names. */
export const cast = (role: string) => role as OrganisationId;

/** The parties of a template, in the order of its roles. */
export const partiesOf = ({ roles }: SharingTemplate): OrganisationId[] => roles.filter(({ party }) => party).map(({ id }) => cast(id));

/** What parties choose in an example; nothing of it is of a document. Ties in the order of the roles. */
export function conventions(template: SharingTemplate): object {
  const [first = cast(''), second = cast('')] = partiesOf(template);
  const shared = {
    period: 'year' as const,
    figuresDue: 10,
    confirmationDue: 10,
    disputes: { workingDays: 20, resolvedBy: { node: 'joint-committee' as const } },
    lateItems: { months: 24, thereafter: 'stay' as const },
  };
  return {
    base: {
      scope: 'together',
      consolidated: { headOffice: 'leave-out', branch: 'count' },
      refunds: { ordinary: { node: 'all' }, credit: { node: 'all' } },
    },
    clock: {
      start: { node: 'start', all: [{ node: 'on-date', date: '2011-01-01' }], after: { years: 0, months: 0 }, granularity: 'day' },
      years: { node: 'calendar', firstPart: 'is-year-one' },
      partial: { figures: 'by-days', amounts: 'by-days' },
    },
    rounding: { level: 'total', over: 'period', negative: 'mirror', ties: [first, second], amounts: 'half-up' },
    settlement: { ...shared, paymentDue: 20, routes: [{ node: 'year-end', from: second, to: first, via: [] }] },
    reporting: shared,
  };
}

type Json = { readonly [key: string]: unknown } | readonly unknown[];

/** The draft with what was chosen where it says nothing itself: a choice never replaces what stands there. */
export function completed(draft: Draft<ComputedTerm>, ...choices: readonly unknown[]): unknown {
  return choices.reduce((sum, each) => filled(sum, each), draft as unknown);
}

/** The same as terms; throws where something is still missing. */
export const agreed = (draft: Draft<ComputedTerm>, ...choices: readonly unknown[]) => sharingTerm.parse(completed(draft, ...choices));

function filled(into: unknown, from: unknown): unknown {
  if (into === undefined) return from;
  if (!isJson(into) || !isJson(from)) return into;
  if (Array.isArray(into)) return into.map((each, index) => filled(each, (from as readonly unknown[])[index]));
  const keys = [...new Set([...Object.keys(into), ...Object.keys(from)])];
  return Object.fromEntries(keys.map((key) => [key, filled((into as never)[key], (from as never)[key])]));
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
