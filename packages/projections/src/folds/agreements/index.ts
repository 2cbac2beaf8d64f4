import type { Projection } from '../projection.ts';
import { documents } from './documents.ts';
import { type AgreementsState, evolve, initial } from './state.ts';

/** Negotiations, internal procedures and agreements, by the id that all three share. */
export const agreements: Projection<AgreementsState> = {
  name: 'agreements',
  version: 7,
  categories: ['negotiation', 'clearance', 'agreement'],
  keyOf({ event }) {
    const { data } = event;
    if ('negotiation' in data) return data.negotiation;
    return 'agreement' in data ? data.agreement : undefined;
  },
  initial,
  evolve,
  documents,
};

export { agreementsAsOf, type Moment, momentsOf, type Today } from './as-of.ts';
