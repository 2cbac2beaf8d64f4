import { z } from 'zod';
import { type AgreementContent, cooperationMode } from '../agreements/content.ts';
import type { OrganisationId } from '../kernel/index.ts';
import { positiveText } from '../money/index.ts';
import { statedAmount, warningsInTerm } from '../sharing/validate/index.ts';

/** The standard chain of one party's internal procedure (内部程序), in order. */
export const clearanceStep = z.enum([
  'consultation', // 会签
  'legal-review', // 合法性审查
  'fair-competition-review', // 公平竞争审查
  'collective-decision', // 集体决策
  'seal-approval', // 用印审批
]);
export type ClearanceStep = z.infer<typeof clearanceStep>;
export const standardChain: readonly ClearanceStep[] = clearanceStep.options;

/** When a step is taken. Of several conditions one is enough; without any it always is. */
export const stepCondition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mode'), modes: z.array(cooperationMode).min(1).max(7) }),
  /** The largest sum that the terms state is at least this many fen. Terms that state none count as above it: better asked than passed over. */
  z.strictObject({ kind: z.literal('amount'), from: positiveText }),
  /** A share of tax goes on to a company (公平竞争审查条例, in force 2024-08-01). */
  z.strictObject({ kind: z.literal('share-to-company') }),
]);
export type StepCondition = z.infer<typeof stepCondition>;

export const department = z.string().trim().min(1).max(80);
/** Working days within which the step is to be done, counted from the day on which its turn comes. */
const workingDays = z.number().int().min(1).max(60).optional();
const conditional = { when: z.array(stepCondition).max(4), workingDays };

/** One step as an organisation has it. */
export const chainStep = z.discriminatedUnion('step', [
  z.strictObject({
    step: z.literal('consultation'),
    /** Asked at the same time. None named: whoever records the step says who was asked. */
    departments: z.array(department).max(30),
    /** Whether all of them must have answered, or one is enough. */
    answers: z.enum(['all', 'any']),
    ...conditional,
  }),
  z.strictObject({ step: z.literal('legal-review'), ...conditional }),
  z.strictObject({ step: z.literal('fair-competition-review'), ...conditional }),
  z.strictObject({ step: z.literal('collective-decision'), ...conditional }),
  z.strictObject({ step: z.literal('seal-approval'), workingDays }),
]);
export type ChainStep = z.infer<typeof chainStep>;

/** 合法性审查 takes five working days at least: most regional measures on government contracts name no fewer. */
export const LEGAL_REVIEW_WORKING_DAYS = 5;

/** What holds for an organisation that has not set a chain of its own. */
export const standardSteps: readonly ChainStep[] = [
  { step: 'consultation', departments: [], answers: 'all', when: [] },
  { step: 'legal-review', when: [], workingDays: LEGAL_REVIEW_WORKING_DAYS },
  { step: 'fair-competition-review', when: [] },
  { step: 'collective-decision', when: [] },
  { step: 'seal-approval' },
];

/** The steps that a text has to take, by which version of the organisation's procedure, and which of its steps it need not. */
export const openedProcedure = z.strictObject({
  /** 0: the standard chain. */
  version: z.number().int().min(0).max(10_000),
  steps: z.array(chainStep).min(1).max(5),
  /** None of their conditions is met. */
  left: z.array(chainStep).max(4),
});
export type OpenedProcedure = z.infer<typeof openedProcedure>;

export const standardProcedure: OpenedProcedure = { version: 0, steps: [...standardSteps], left: [] };

/** Which steps of a procedure this text has to take. */
export function procedureFor(
  { version, steps }: Pick<OpenedProcedure, 'version'> & { readonly steps: readonly ChainStep[] },
  content: AgreementContent,
  isCompany: (organisation: OrganisationId) => boolean,
): OpenedProcedure {
  const met = (condition: StepCondition) => isMet(condition, content, isCompany);
  const applies = (each: ChainStep) => each.step === 'seal-approval' || each.when.length === 0 || each.when.some(met);
  return { version, steps: steps.filter(applies), left: steps.filter((each) => !applies(each)) };
}

function isMet(condition: StepCondition, { mode, clauses }: AgreementContent, isCompany: (organisation: OrganisationId) => boolean): boolean {
  const terms = clauses.flatMap(({ body }) => (body.kind === 'sharing' ? [body.term] : []));
  switch (condition.kind) {
    case 'mode':
      return condition.modes.includes(mode);
    case 'share-to-company':
      return terms.some((term) => warningsInTerm(term, isCompany).length > 0);
    case 'amount': {
      const stated = statedAmount(terms);
      return stated === undefined || stated >= BigInt(condition.from);
    }
  }
}

export interface ChainContradiction {
  readonly path: string;
  readonly problem: 'step-twice' | 'out-of-order' | 'no-seal-approval' | 'review-too-short' | 'department-twice';
}

/** The first way in which a chain is none: the standard order is kept, 用印审批 is there and last, the review has its time. */
export function contradictionInChain(steps: readonly ChainStep[]): ChainContradiction | undefined {
  for (const [index, each] of steps.entries()) {
    const before = steps[index - 1];
    const order = before ? standardChain.indexOf(each.step) - standardChain.indexOf(before.step) : 1;
    if (order === 0) return { path: `steps.${index}.step`, problem: 'step-twice' };
    if (order < 0) return { path: `steps.${index}.step`, problem: 'out-of-order' };
    if (each.step === 'legal-review' && (each.workingDays ?? LEGAL_REVIEW_WORKING_DAYS) < LEGAL_REVIEW_WORKING_DAYS)
      return { path: `steps.${index}.workingDays`, problem: 'review-too-short' };
    if (each.step === 'consultation' && new Set(each.departments).size < each.departments.length)
      return { path: `steps.${index}.departments`, problem: 'department-twice' };
  }
  return steps.at(-1)?.step === 'seal-approval' ? undefined : { path: `steps.${steps.length}`, problem: 'no-seal-approval' };
}
