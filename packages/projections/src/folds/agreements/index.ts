import type { Projection } from '../projection.ts';
import { documents } from './every.ts';
import { type AgreementsState, evolve, initial } from './state.ts';

/** Negotiations, internal procedures, registrations of paper and agreements, by the id that they share. */
export const agreements: Projection<AgreementsState> = {
  name: 'agreements',
  version: 12,
  categories: ['negotiation', 'clearance', 'registration', 'agreement'],
  keyOf({ event }) {
    const { data } = event;
    if ('negotiation' in data) return data.negotiation;
    if ('registration' in data) return data.registration;
    return 'agreement' in data ? data.agreement : undefined;
  },
  initial,
  evolve,
  documents,
};

export { agreementsAsOf, type Moment, momentsOf, type Today } from './as-of.ts';
