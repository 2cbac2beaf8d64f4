import type { Digest, Instant, NegotiationId, OrganisationId, Recorded } from '../kernel/index.ts';
import type { Imported, RegistrationEvent, Transcribed } from './events.ts';

export interface Objection {
  readonly party: OrganisationId;
  readonly reason: string;
  readonly at: Instant;
}

/**
 * ```
 * none → open ─┬→ completed     every party has confirmed one transcription, with its scan
 *              └→ withdrawn     by who registered it
 * ```
 * Invariants: confirmations are of the transcription that stands, and of no other; none stands without a scan;
 * the parties never change.
 */
export interface RegistrationState {
  readonly phase: 'none' | 'open' | 'completed' | 'withdrawn';
  readonly id: NegotiationId | undefined;
  readonly registrar: OrganisationId | undefined;
  readonly published: boolean;
  readonly parties: readonly OrganisationId[];
  readonly transcribed: Transcribed | undefined;
  readonly imported: Imported | undefined;
  /** Who put in the scan that stands. */
  readonly scannedBy: OrganisationId | undefined;
  readonly confirmed: ReadonlyMap<OrganisationId, Instant>;
  readonly objections: readonly Objection[];
}

export const noRegistration: RegistrationState = {
  phase: 'none',
  id: undefined,
  registrar: undefined,
  published: false,
  parties: [],
  transcribed: undefined,
  imported: undefined,
  scannedBy: undefined,
  confirmed: new Map(),
  objections: [],
};

/** Whose confirmation of the transcription is still missing. */
export function unconfirmed({ parties, confirmed }: Pick<RegistrationState, 'parties' | 'confirmed'>): readonly OrganisationId[] {
  return parties.filter((party) => !confirmed.has(party));
}

/** Who may read it while it is not completed; of a published one, everybody besides. */
export function readersOf({ parties, registrar }: Pick<RegistrationState, 'parties' | 'registrar'>): readonly OrganisationId[] {
  return registrar === undefined || parties.includes(registrar) ? parties : [...parties, registrar];
}

export function evolve(state: RegistrationState, { event, metadata }: Recorded<RegistrationEvent>): RegistrationState {
  const at = metadata.recordedAt;
  switch (event.type) {
    case 'PaperRegistered': {
      const { registration: id, registrar, published, imported, ...transcribed } = event.data;
      const parties = transcribed.content.parties.map(({ organisation }) => organisation);
      return { ...noRegistration, phase: 'open', id, registrar, published, parties, transcribed, imported, scannedBy: registrar };
    }
    case 'TranscriptionCorrected': {
      const { registration: _, replaces: __, reason: ___, ...transcribed } = event.data;
      return { ...state, transcribed, confirmed: new Map(), objections: [] };
    }
    case 'ScanAttached': {
      const { scan, transcription } = event.data;
      return { ...state, transcribed: withScan(state.transcribed, scan, transcription), scannedBy: event.data.by, confirmed: new Map() };
    }
    case 'TranscriptionConfirmed': {
      const { party } = event.data;
      const objections = state.objections.filter((each) => each.party !== party);
      return { ...state, confirmed: new Map(state.confirmed).set(party, at), objections };
    }
    case 'ObjectionRaised': {
      const { party, reason } = event.data;
      const confirmed = new Map(state.confirmed);
      confirmed.delete(party);
      return { ...state, confirmed, objections: [...state.objections, { party, reason, at }] };
    }
    case 'RegistrationWithdrawn':
      return { ...state, phase: 'withdrawn' };
    case 'RegistrationCompleted':
      return { ...state, phase: 'completed' };
  }
}

function withScan(transcribed: Transcribed | undefined, scan: NonNullable<Transcribed['scan']>, transcription: Digest): Transcribed | undefined {
  return transcribed && { ...transcribed, scan, transcription };
}
