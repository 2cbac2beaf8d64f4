import { signedDay, versionInEffect } from '@lianyu/domain/agreements';
import { unconfirmed } from '@lianyu/domain/registration';
import { type AgreementRow, type MoveKind, type RegistrationPage, registrationMoves } from '../documents.ts';
import { fileReferences } from '../figures/files.ts';
import type { Audience, Document } from '../projection.ts';
import { activity, audienceOf, moveDocument, overviewActivity, signed, versionDocument } from './documents.ts';
import type { OwnMove } from './moves.ts';
import { type AgreementsState, partiesNow, readersNow, stageNow } from './state.ts';
import { registeredTasks } from './tasks.ts';

/**
 * All documents of an agreement that was registered from paper. Its transcription is read by its parties and who registered it,
 * a published one by everybody; once the parties have confirmed it, it is read as what is signed is. What becomes of it then is
 * no longer everybody's.
 */
export function registered(state: AgreementsState, key: string): readonly Document[] {
  const { published, parties, transcribed, scannedBy } = state.registration;
  if (!transcribed || state.beganOn === undefined || state.lastMoveOn === undefined) return [];
  const own = readersNow(state).map(audienceOf);
  const everybody: readonly Audience[] = published ? ['everyone'] : [];
  const signers: readonly Audience[] = [...parties.map(audienceOf), 'signed'];
  const office: readonly Audience[] = state.agreement ? ['signed'] : [];
  const { scan } = transcribed;
  const scans = scan && scannedBy ? fileReferences([scan], `registration/${key}`, [...own, ...office], { owner: scannedBy, on: state.beganOn }) : [];
  return [
    // Who reads it anyway has no second row of it while there is no more to be read.
    ...(published && !state.agreement ? [] : own.map((audience) => row(state, key, audience))),
    ...(state.agreement ? [row(state, key, 'overview')] : []),
    ...everybody.map((audience) => row(state, key, audience)),
    ...[...own, ...office].map((audience) => page(state, key, audience)),
    ...everybody.map((audience) => page(state, key, audience)),
    ...scans,
    ...signed(state, key, signers),
    ...state.versions.flatMap((version) => signers.map((audience) => versionDocument(version, key, audience))),
    ...state.moves.flatMap((move) =>
      own.flatMap((audience) => (mayRead(move, audience, state) ? [moveDocument(move, key, audience), activity(move, key, audience)] : [])),
    ),
    ...state.overview.map((seen) => overviewActivity(seen, state, key)),
    ...registeredTasks(state, key),
  ];
}

/** Whoever only registered it reads no further than that it stands. */
function mayRead({ move }: OwnMove, audience: Audience, state: AgreementsState): boolean {
  return partiesNow(state).some((party) => audienceOf(party) === audience) || ofRegistration.has(move.kind);
}

const ofRegistration: ReadonlySet<MoveKind> = new Set(registrationMoves);

/** One line of the list. Of a published one everybody has what was published, whatever becomes of it. */
function row(state: AgreementsState, key: string, audience: Audience): Document {
  const { registration, agreement, standing } = state;
  const { transcribed, parties } = registration;
  if (!transcribed) throw new TypeError('a registration has a transcription');
  const { paper, scan } = transcribed;
  const open = audience === 'everyone';
  const content = open ? transcribed.content : (versionInEffect(standing)?.content ?? transcribed.content);
  const { title, mode, until } = content;
  const { effectiveOn, endedOn } = standing;
  const signedOn = signedDay(paper.signedOn);
  const waits = registration.phase === 'open';
  const body: AgreementRow = {
    id: key as AgreementRow['id'],
    stage: open && agreement ? 'concluded' : stageNow(state),
    parties: [...parties],
    beganOn: state.beganOn as AgreementRow['beganOn'],
    lastMoveOn: (open ? (registeredOn(state) ?? state.beganOn) : state.lastMoveOn) as AgreementRow['lastMoveOn'],
    title,
    mode,
    registered: true,
    signedOn: paper.signedOn,
    ...(until === undefined ? {} : { until }),
    ...(signedOn === undefined ? {} : { concludedOn: signedOn }),
    ...(waits && !scan ? { scanMissing: true as const } : {}),
    ...(waits ? { unconfirmed: [...unconfirmed(registration)] } : {}),
    ...(agreement && !open ? { number: agreement.number } : {}),
    ...(effectiveOn === undefined || open ? {} : { effectiveOn }),
    ...(endedOn === undefined || open ? {} : { endedOn }),
    search: searchText(state, agreement && !open ? agreement.number : ''),
  };
  return { kind: 'agreement-row', key, audience, topic: 'agreements', sort: sortOf(state, audience), body };
}

/** The last day on which the registration itself moved: later ones are not everybody's. */
function registeredOn({ agreement, lastMoveOn, agreementSince }: AgreementsState): string | undefined {
  return agreement ? agreementSince?.slice(0, 10) : lastMoveOn;
}

function sortOf(state: AgreementsState, audience: Audience): string {
  if (audience === 'overview') return `${state.lastMoveOn}`;
  if (audience === 'everyone') return `${registeredOn(state)}`;
  return state.moves.at(-1)?.move.at ?? `${state.beganOn}`;
}

function searchText({ registration }: AgreementsState, number: string): string {
  const { transcribed } = registration;
  if (!transcribed) return '';
  const { title, parties } = transcribed.content;
  return [title.zh, title.en, number, transcribed.paper.documentNumber, ...parties.map(({ name }) => `${name.zh} ${name.en}`)]
    .join(' ')
    .toLowerCase();
}

function page(state: AgreementsState, key: string, audience: Audience): Document {
  const { registration, beganOn, registrationWithdrawn } = state;
  const { phase, registrar, published, transcribed, imported, parties, confirmed, objections } = registration;
  if (!transcribed || !registrar || phase === 'none') throw new TypeError('a registration has a transcription');
  const { scan, ...rest } = transcribed;
  const body: RegistrationPage = {
    id: key as RegistrationPage['id'],
    state: phase,
    registrar,
    published,
    registeredOn: beganOn as RegistrationPage['registeredOn'],
    ...rest,
    ...(scan === undefined ? {} : { scan }),
    ...(imported === undefined ? {} : { imported }),
    parties: parties.map((organisation) => {
      const confirmedAt = confirmed.get(organisation);
      return { organisation, ...(confirmedAt === undefined ? {} : { confirmedAt }) };
    }),
    // What the parties say against it is between them and who registered it.
    objections: audience === 'everyone' ? [] : objections.map((each) => ({ ...each })),
    ...(registrationWithdrawn === undefined ? {} : { withdrawn: registrationWithdrawn }),
  };
  return { kind: 'registration', key, audience, topic: `agreement/${key}`, sort: '', body };
}
