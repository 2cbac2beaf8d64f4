import { calendarDate, organisationId } from '@lianyu/domain/kernel';
import { countText, positiveText, ratioText } from '@lianyu/domain/money';
import {
  allocation,
  band,
  bandCondition,
  base,
  baseSource,
  bearer,
  body,
  cap,
  claim,
  clock,
  condition,
  consolidated,
  conversion,
  counting,
  deduction,
  discretionary,
  disputes,
  eligibilityTest,
  guarantee,
  history,
  incomeKind,
  indicatorKind,
  milestoneKind,
  moneyTerm,
  nodeId,
  over,
  partial,
  partyShares,
  quotaKind,
  quotaTerm,
  recovery,
  redirection,
  reporting,
  route,
  schemeLevel,
  schemeRounding,
  schemeTax,
  settlement,
  shares,
  sharingTerm,
  shortName,
  start,
  statisticsTerm,
  termMeasure,
  years,
} from '@lianyu/domain/sharing';
import { z } from 'zod';
import type { Shape } from './shape.ts';

/**
 * Names of the schemas that stand in more than one place or are nodes of their own; what stands inside one of them is named
 * by its path from there. The words of the form are looked up by these names.
 */
const names = new Map<z.ZodType, string>(
  Object.entries({
    allocation,
    band,
    bandCondition,
    base,
    baseSource,
    bearer,
    body,
    cap,
    claim,
    clock,
    condition,
    consolidated,
    conversion,
    counting,
    deduction,
    discretionary,
    disputes,
    eligibilityTest,
    guarantee,
    history,
    incomeKind,
    indicatorKind,
    measure: termMeasure,
    milestoneKind,
    money: moneyTerm,
    over,
    partial,
    quota: quotaTerm,
    quotaKind,
    recovery,
    redirection,
    reporting,
    route,
    schemeLevel,
    schemeRounding,
    schemeTax,
    settlement,
    shortName,
    start,
    statistics: statisticsTerm,
    term: sharingTerm,
    years,
  }).map(([name, schema]) => [schema, name]),
);
export const nameOf = (schema: z.ZodType): string | undefined => names.get(schema);

const leaf = (of: 'ratio' | 'date' | 'party' | 'end' | 'body' | 'area' | 'id' | 'cap' | 'claim'): Shape => ({ kind: 'leaf', leaf: { of } });
const amount = (unit: 'fen' | 'piece' | 'quota' | 'measure'): Shape => ({ kind: 'leaf', leaf: { of: 'amount', unit } });

export const knownShapes = new Map<z.ZodType, Shape>([
  [ratioText, leaf('ratio')],
  [calendarDate, leaf('date')],
  [organisationId, leaf('party')],
  [countText, amount('fen')],
  [positiveText, amount('fen')],
  [nodeId, leaf('id')],
]);

export const lists = new Map<z.ZodType, Shape>([
  [partyShares, { kind: 'shares' }],
  // Of the first form of terms.
  [shares, { kind: 'shares' }],
]);

/** Fields whose schema alone does not say what they hold. */
export const overrides: ReadonlyMap<string, Shape> = new Map([
  ['body.organisation', leaf('body')],
  // Money also goes to the body that cash is redirected to.
  ['route.from', leaf('end')],
  ['route.to', leaf('end')],
  ['conversion.by-table.region', leaf('area')],
  ['allocation.equity.holdings.units', amount('piece')],
  ['allocation.fixed-amount.per.stated-units.units', amount('piece')],
  ['condition.amount-reached.amount', amount('measure')],
  ['quota.rule.transfer.amount', amount('quota')],
  ['bandCondition.cap-not-reached.cap', leaf('cap')],
  ['bandCondition.claim-open.claim', leaf('claim')],
  ['discretionary.when.cap-not-reached.cap', leaf('cap')],
]);

/** A choice between the words of enums and single words. */
export function optionsOf(union: z.ZodUnion): readonly string[] {
  return union.options.flatMap((option) => {
    if (option instanceof z.ZodEnum) return option.options.map(String);
    if (option instanceof z.ZodLiteral) return [String(option.value)];
    throw new RangeError('no form for a choice of anything but words');
  });
}
