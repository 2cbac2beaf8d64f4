import { isFiguresEvent } from '@lianyu/domain/events';
import { type NegotiationId, streamOf } from '@lianyu/domain/kernel';
import { type FiguresCommand, type FiguresEvent, type FiguresState, figuresDecider } from '@lianyu/domain/settlement';
import { importedFigures } from '../exchange/imported.ts';
import type { Definitions, Giver } from './definition.ts';
import { notKept } from './documents.ts';
import { type Occasion, type Plan, plan } from './plan.ts';

type Names =
  | 'report-figures'
  | 'import-figures'
  | 'report-milestone'
  | 'confirm-reports'
  | 'question-report'
  | 'answer-question'
  | 'withdraw-report'
  | 'confirm-withdrawal'
  | 'decline-withdrawal';

const officer = () => 'finance-officer' as const;
const reviewer = () => 'finance-reviewer' as const;

/** Commands on `figures-<agreement>`. */
export const figuresCommands: Pick<Definitions, Names> = {
  'report-figures': {
    capacity: officer,
    before: async ({ figures }, giver) =>
      notKept(
        figures.map(({ figure }) => figure.document),
        giver,
      ),
    plan: ({ agreement, figures }, { person: actor }) => onFigures(agreement, ({ today }) => ({ type: 'report-figures', actor, today, figures })),
  },
  'import-figures': {
    capacity: officer,
    before: async (data, giver) => {
      const read = await importedFigures(giver.vault, giver.person.organisation, data);
      if ('code' in read) return read;
      giver.kept.figures = read;
      return undefined;
    },
    plan: ({ agreement }, { person: actor, kept }) =>
      onFigures(agreement, ({ today }) => ({ type: 'report-figures', actor, today, figures: kept.figures ?? [] })),
  },
  'report-milestone': {
    capacity: officer,
    before: async ({ milestone }, giver) => notKept(milestone.documents, giver),
    plan: ({ agreement, milestone }, { person: actor }) =>
      onFigures(agreement, ({ today }) => ({ type: 'report-milestone', actor, today, milestone })),
  },
  'confirm-reports': { capacity: reviewer, plan: ({ agreement, ...rest }, giver) => by(giver, agreement, { type: 'confirm-reports', ...rest }) },
  'question-report': {
    capacity: (roles) => (roles.includes('finance-reviewer') ? 'finance-reviewer' : 'finance-officer'),
    plan: ({ agreement, ...rest }, giver) => by(giver, agreement, { type: 'question-report', ...rest }),
  },
  'answer-question': { capacity: officer, plan: ({ agreement, ...rest }, giver) => by(giver, agreement, { type: 'answer-question', ...rest }) },
  'withdraw-report': { capacity: officer, plan: ({ agreement, ...rest }, giver) => by(giver, agreement, { type: 'withdraw-report', ...rest }) },
  'confirm-withdrawal': {
    capacity: reviewer,
    plan: ({ agreement, ...rest }, giver) => by(giver, agreement, { type: 'confirm-withdrawal', ...rest }),
  },
  'decline-withdrawal': {
    capacity: reviewer,
    plan: ({ agreement, ...rest }, giver) => by(giver, agreement, { type: 'decline-withdrawal', ...rest }),
  },
};

type WithoutActor<Command> = Command extends { readonly actor: unknown } ? Omit<Command, 'actor'> : never;

function by({ person }: Giver, agreement: NegotiationId, command: WithoutActor<Exclude<FiguresCommand, { today: unknown }>>): Plan {
  return onFigures(agreement, () => ({ ...command, actor: person }));
}

/** Whoever is asked about is whoever may read single figures. */
export function onFigures(agreement: NegotiationId, command: (occasion: Occasion) => FiguresCommand): Plan {
  return plan<FiguresCommand, FiguresState, FiguresEvent>({
    stream: streamOf.figures(agreement),
    classification: 'figures',
    subject: agreement,
    decider: figuresDecider,
    isOf: isFiguresEvent,
    resource: ({ readers }) => ({ type: 'Settlement', id: agreement, parties: readers }),
    command,
  });
}
