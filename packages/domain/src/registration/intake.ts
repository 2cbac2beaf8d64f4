import { type Decider, type Recorded, refuse } from '../kernel/index.ts';
import type { IntakeCommand, RegistrationCommand } from './commands.ts';
import { registeringRefused } from './decide.ts';
import type { IntakeEvent } from './events.ts';

/** An import is one command; a longer file is divided by whoever brings it. */
export const INTAKE_ROWS = 200;

interface IntakeState {
  readonly papers: number;
}

/** All rows of one import in one append: there is no half of it. What is refused of one row refuses them all. */
export const intakeDecider: Decider<IntakeCommand, IntakeState, IntakeEvent> = {
  initial: { papers: 0 },
  decide({ intake, papers, today }, state) {
    if (state.papers > 0) return refuse('INTAKE_EXISTS', { intake });
    if (papers.length > INTAKE_ROWS) return refuse('INTAKE_TOO_LARGE', { limit: INTAKE_ROWS });
    for (const each of papers) {
      const refusal = registeringRefused(each, today);
      if (refusal) return refusal;
    }
    return papers.map(({ registration, registrar, published, transcribed, imported }) => ({
      type: 'PaperImported',
      data: { intake, registration, registrar, published, ...transcribed, imported },
    }));
  },
  evolve: ({ papers }) => ({ papers: papers + 1 }),
};

/** What an imported row becomes: a registration of its own. It was checked when it was imported, on that day. */
export function fromIntake({ event }: Recorded<IntakeEvent>): Omit<Extract<RegistrationCommand, { type: 'register-paper' }>, 'today'> {
  const { intake: _, registration, registrar, published, imported, ...transcribed } = event.data;
  return { type: 'register-paper', registration, registrar, published, transcribed, imported };
}
