import type { OrganisationId } from '@lianyu/domain/kernel';
import { type ComputedTerm, type SharingTerm, sharingTerm } from '@lianyu/domain/sharing';
import type { Draft, SharingTemplate } from './template.ts';

/** Roles as organisations of the same names. */
export const cast = (role: string) => role as OrganisationId;

/** The parties of a template, in the order of its roles. */
export const partiesOf = ({ roles }: SharingTemplate): OrganisationId[] => roles.filter(({ party }) => party).map(({ id }) => cast(id));

/** What parties choose in an example; nothing of it is of a document. Ties in the order of the roles. */
export function conventions(template: SharingTemplate, node: ComputedTerm['node']): object {
  const [first = cast(''), second = cast('')] = partiesOf(template);
  const shared = {
    period: 'year',
    figuresDue: 10,
    confirmationDue: 10,
    disputes: { workingDays: 20, resolvedBy: { node: 'joint-committee' } },
    lateItems: { months: 24, thereafter: 'stay' },
  };
  const clock = {
    start: { node: 'start', all: [{ node: 'on-date', date: '2011-01-01' }], after: { years: 0, months: 0 }, granularity: 'day' },
    years: { node: 'calendar', firstPart: 'is-year-one' },
    partial: { figures: 'by-days', amounts: 'by-days' },
  };
  const ties = [first, second];
  switch (node) {
    case 'money':
      return {
        base: {
          scope: 'together',
          consolidated: { headOffice: 'leave-out', branch: 'count' },
          refunds: { ordinary: { node: 'all' }, credit: { node: 'all' } },
        },
        clock,
        rounding: { level: 'total', over: 'period', negative: 'mirror', ties, amounts: 'half-up' },
        settlement: { ...shared, paymentDue: 20, routes: [route(second, first)] },
      };
    case 'statistics':
      return { clock, rounding: { over: 'period', ties }, reporting: shared };
    case 'quota':
      return { clock, rounding: { ties }, reporting: shared };
  }
}

/** Through the provincial finance office. */
export function route(from: OrganisationId, to: OrganisationId) {
  const finance = { organisation: cast('provincial-finance'), name: { zh: '省财政厅', en: 'provincial finance' }, kind: 'finance-office' };
  return { node: 'inter-provincial', from, to, via: [finance] };
}

/** The draft with what was chosen, and the conventions where nothing was. What stands in the draft is never replaced. */
export function agreed(template: SharingTemplate, draft: Draft<ComputedTerm>, choices: object): SharingTerm {
  const chosen = filled(draft, choices, true);
  return sharingTerm.parse(filled(chosen, conventions(template, draft.node ?? 'money'), false));
}

type Json = { readonly [key: string]: unknown } | readonly unknown[];

/** `within`: whether the elements of lists are filled as well. */
function filled(into: unknown, from: unknown, within: boolean): unknown {
  if (into === undefined) return from;
  if (!isJson(into) || !isJson(from) || ('node' in into && 'node' in from && into.node !== from.node)) return into;
  if (Array.isArray(into)) return within ? into.map((each, index) => filled(each, (from as readonly unknown[])[index], within)) : into;
  const keys = [...new Set([...Object.keys(into), ...Object.keys(from)])];
  return Object.fromEntries(keys.map((key) => [key, filled((into as never)[key], (from as never)[key], within)]));
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
