import { isProcedureEvent } from '@lianyu/domain/events';
import { type ProcedureState, procedureDecider } from '@lianyu/domain/procedure';
import type { ProcedureDocument } from './documents.ts';
import type { Document, Projection } from './projection.ts';

/** Each organisation's own procedure, for its own people alone (AZ-2). */
export const procedures: Projection<ProcedureState> = {
  name: 'procedures',
  version: 1,
  categories: ['procedure'],
  keyOf: (recorded) => (isProcedureEvent(recorded) ? recorded.event.data.organisation : undefined),
  initial: procedureDecider.initial,
  evolve: (state, recorded) => (isProcedureEvent(recorded) ? procedureDecider.evolve(state, recorded) : state),
  documents({ organisation, versions, pending }, key): readonly Document[] {
    if (organisation === undefined) return [];
    const body: ProcedureDocument = {
      organisation,
      versions: versions.map(({ steps, ...version }) => ({ ...version, steps: [...steps] })),
      ...(pending === undefined ? {} : { pending: { ...pending, steps: [...pending.steps] } }),
    };
    return [{ kind: 'procedure', key, audience: `organisation:${organisation}`, topic: 'organisations', sort: '', body }];
  },
};
