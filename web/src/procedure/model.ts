import {
  type ChainStep,
  type ClearanceStep,
  chainStep,
  contradictionInChain,
  LEGAL_REVIEW_WORKING_DAYS,
  type StepCondition,
  standardChain,
} from '@lianyu/domain/clearance';
import { amountFrom, amountText } from '../ui/index.ts';

/** One step of the chain while it is written, as it was typed. */
export interface TypedStep {
  readonly step: ClearanceStep;
  readonly taken: boolean;
  readonly modes: readonly string[];
  readonly amount: string;
  readonly company: boolean;
  readonly days: string;
  readonly departments: string;
  readonly answers: 'all' | 'any';
}

export function typedFrom(steps: readonly ChainStep[]): readonly TypedStep[] {
  return standardChain.map((step) => {
    const known = steps.find((each) => each.step === step);
    const when = known && 'when' in known ? known.when : [];
    const modes = when.flatMap((each) => (each.kind === 'mode' ? each.modes : []));
    const [amount] = when.flatMap((each) => (each.kind === 'amount' ? [each.from] : []));
    return {
      step,
      taken: known !== undefined,
      modes,
      amount: amount === undefined ? '' : amountText(amount, 'fen'),
      company: when.some(({ kind }) => kind === 'share-to-company'),
      days: known?.workingDays === undefined ? '' : String(known.workingDays),
      departments: known?.step === 'consultation' ? known.departments.join('\n') : '',
      answers: known?.step === 'consultation' ? known.answers : 'all',
    };
  });
}

/** What cannot be taken of a step as it is typed, by field. */
export function problemsOf({ step, taken, amount, days }: TypedStep): { readonly amount: boolean; readonly days: boolean } {
  const least = step === 'legal-review' ? LEGAL_REVIEW_WORKING_DAYS : 1;
  const number = Number(days);
  return {
    amount: taken && amount.trim() !== '' && !isSum(amount),
    days: taken && days.trim() !== '' && !(Number.isInteger(number) && number >= least && number <= 60),
  };
}

/** The chain that is typed; undefined while it is none. */
export function chainFrom(typed: readonly TypedStep[]): readonly ChainStep[] | undefined {
  if (typed.some((each) => Object.values(problemsOf(each)).some(Boolean))) return undefined;
  const steps = chainStep.array().safeParse(typed.filter(({ step, taken }) => taken || step === 'seal-approval').map(stepFrom));
  return steps.success && contradictionInChain(steps.data) === undefined ? steps.data : undefined;
}

function stepFrom(typed: TypedStep): unknown {
  const { step, days, departments, answers } = typed;
  const common = { step, ...(days.trim() === '' ? {} : { workingDays: Number(days) }) };
  if (step === 'seal-approval') return common;
  const when = conditionsFrom(typed);
  if (step !== 'consultation') return { ...common, when };
  const names = departments.split('\n').map((name) => name.trim());
  return { ...common, when, departments: [...new Set(names.filter((name) => name !== ''))], answers };
}

function conditionsFrom({ modes, amount, company }: TypedStep): readonly unknown[] {
  const conditions: { readonly [Kind in StepCondition['kind']]: unknown } = {
    mode: modes.length > 0 && { kind: 'mode', modes },
    amount: amount.trim() !== '' && { kind: 'amount', from: amountFrom(amount, 'fen') },
    'share-to-company': company && { kind: 'share-to-company' },
  };
  return Object.values(conditions).filter(Boolean);
}

function isSum(typed: string): boolean {
  const amount = amountFrom(typed, 'fen');
  return amount !== undefined && /^[1-9]/.test(amount);
}
