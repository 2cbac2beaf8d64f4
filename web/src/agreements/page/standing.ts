import type { NegotiationPage, Stage } from '@lianyu/projections/folds';

/** What a negotiation waits for, and from whom: what can be seen from across the room. */
export interface Standing {
  readonly what: 'respond' | 'clear' | 'sign';
  readonly parties: readonly string[];
  /** Whether one's own party is among them. */
  readonly own: boolean;
}

/** Nothing when it waits for nobody: it is signed, or over. */
export function standingOf({ stage, turn, parties }: NegotiationPage, own: string): Standing | undefined {
  const among = (what: Standing['what'], waiting: readonly string[]): Standing | undefined =>
    waiting.length === 0 ? undefined : { what, parties: waiting, own: waiting.includes(own) };
  const not = (...reached: readonly NegotiationPage['parties'][number]['progress'][]) =>
    parties.filter(({ progress }) => !reached.includes(progress)).map(({ organisation }) => organisation);
  switch (stage) {
    case 'negotiating':
      return among('respond', turn);
    case 'clearing':
      return among('clear', not('ready', 'signed', 'sealed'));
    case 'signing':
      return among('sign', not('sealed'));
    default:
      return undefined;
  }
}

/** The stages that an agreement passes, and how far it has come. What ended early stops where it ended. */
export const way = ['negotiating', 'clearing', 'signing', 'concluded', 'in-force'] as const;

/** What stands behind the last of them: how it ended, or that it is suspended. */
export const endOf = (stage: Stage): Stage | undefined => (ends.has(stage) ? stage : undefined);
const ends: ReadonlySet<Stage> = new Set(['declined', 'withdrawn', 'lapsed', 'suspended', 'expired', 'terminated', 'closed', 'archived', 'void']);
/** Ended without having come into being. */
export const isBroken = (stage: Stage) => stage === 'declined' || stage === 'withdrawn' || stage === 'lapsed' || stage === 'void';
