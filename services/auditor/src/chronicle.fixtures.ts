import { createHash } from 'node:crypto';
import { type AgreementContent, agreementDecider } from '@lianyu/domain/agreements';
import { type AnyEvent, versionOf } from '@lianyu/domain/events';
import {
  type Actor,
  type CalendarDate,
  type Decider,
  type Digest,
  type DomainEvent,
  type EventId,
  fold,
  type Instant,
  isRefusal,
  ledgerCategories,
  type MemberId,
  type NegotiationId,
  type OrganisationId,
  type Person,
  type Recorded,
  streamOf,
  toInstant,
} from '@lianyu/domain/kernel';
import { fen } from '@lianyu/domain/money';
import { organisationDecider } from '@lianyu/domain/organisations';
import {
  type AccountId,
  accountDecider,
  accountTerms,
  computedFrom,
  type FigureContent,
  figuresDecider,
  knownInputs,
  nextStatement,
  type SettlementRules,
} from '@lianyu/domain/settlement';
import type { MoneyTerm, SharingReference } from '@lianyu/domain/sharing';
import { openSqliteStore } from '@lianyu/event-store/sqlite';
import { sharingReference } from '@lianyu/reference-data/taxes';
import { digested } from './recompute/check.ts';

export const AGREEMENT = '11111111-1111-4111-8111-111111111111' as NegotiationId;
export const ACCOUNT: AccountId = { agreement: AGREEMENT, clause: 'sharing', ledger: 'official' };
const XIAN = 'xian-etdz' as OrganisationId;
const BAYANNUR = 'bayannur-etdz' as OrganisationId;
const day = (text: string) => text as CalendarDate;

/** Streams as they would stand in a log, in the order in which they are written. */
export type Chronicle = Map<string, Recorded<AnyEvent>[]>;

/**
 * An agreement that is settled by the year, figures of three years, a statement for each, the second with a figure of the first
 * year restated: everything by the rules, so that nothing in it is what the rules would not give. `byTable`: gross figures, brought
 * to the local share by the rates of these reference data.
 */
export function chronicle(byTable?: SharingReference): Chronicle {
  const written: Chronicle = new Map();
  const reference = byTable ?? sharingReference;
  const measure = byTable ? 'tax/value-added/gross' : 'tax/value-added/local-retained';
  const figure = (year: string, amount: string) => figureOf(year, amount, measure);
  const give = giver(written);
  for (const [id, zh] of [[XIAN, '西安经开区'] as const, [BAYANNUR, '巴彦淖尔经开区'] as const])
    give(organisationDecider, streamOf.organisation(id), process, {
      type: 'register-organisation',
      organisation: id,
      profile: {
        kind: 'zone',
        name: { zh, en: id },
        shortName: { zh, en: id },
        level: 'national',
        regionCode: '150000',
        source: '测试',
        verified: false,
      },
    } as never);
  give(agreementDecider, streamOf.agreement(AGREEMENT), process, {
    type: 'conclude-agreement',
    agreement: AGREEMENT,
    number: 'LY-2021-000001',
    concludedOn: day('2020-12-01'),
    content: content(byTable !== undefined),
    text: { zh: '正文', en: 'text' },
    renderer: 'test/1',
    digest: sha256('content'),
    executions: [execution(XIAN), execution(BAYANNUR)],
  } as never);
  give(agreementDecider, streamOf.agreement(AGREEMENT), process, { type: 'enter-into-force', today: day('2021-01-01') });
  const figures = streamOf.figures(AGREEMENT);
  const parties = [XIAN, BAYANNUR];
  give(figuresDecider, figures, process, { type: 'open-reporting', agreement: AGREEMENT, parties, readers: parties });
  const account = streamOf.settlement('official', AGREEMENT, 'sharing');
  give(accountDecider, account, process, {
    type: 'open-settlement',
    account: ACCOUNT,
    parties,
    readers: parties,
    number: 'LY-2021-000001',
    title: { zh: '合作协议', en: '' },
    heading: { zh: '税收分享', en: '' },
    next: undefined,
  });
  const report = (figure: FigureContent, restates?: { supersedes: number; reason: string }) => {
    give(figuresDecider, figures, officer(BAYANNUR), { type: 'report-figures', today: day('2024-06-30'), figures: [{ figure, restates }] });
    const number = fold(figuresDecider, (written.get(figures) ?? []) as never).figures.size;
    give(figuresDecider, figures, reviewer(XIAN), { type: 'confirm-reports', figures: [number], milestones: [] });
  };
  report(figure('2021', '10000000.00'));
  propose('2022-03-01', reference, give, written);
  report(figure('2022', '12345678.91'));
  report(figure('2021', '8765432.11'), { supersedes: 1, reason: '退库' });
  propose('2023-03-01', reference, give, written);
  report(figure('2023', '777.77'));
  propose('2024-03-01', reference, give, written);
  return written;
}

/** Writes them to a store of their own beside which a reader may be opened; close it when done. */
export async function storeOf(written: Chronicle, path: string) {
  const store = openSqliteStore({ path, ledgerCategories });
  for (const [stream, events] of written) {
    for (const { id, event, metadata } of events) await store.append(stream, 'any', [{ id, type: event.type, data: event.data, metadata }]);
  }
  return store;
}

/** What stands in an event of the chronicle, changed as somebody would who can write to the file. */
export function tampered(written: Chronicle, stream: string, type: string, change: (data: Record<string, unknown>) => void): Chronicle {
  const copy: Chronicle = structuredClone(written);
  const found = copy.get(stream)?.find(({ event }) => event.type === type);
  if (!found) throw new Error(`${stream} has no ${type}`);
  change(found.event.data as unknown as Record<string, unknown>);
  return copy;
}

const process: Actor = { kind: 'process', process: 'test' };
const officer = (organisation: OrganisationId): Person => person(organisation, 'a');
const reviewer = (organisation: OrganisationId): Person => person(organisation, 'b');

function person(organisation: OrganisationId, letter: string): Person {
  const digits = sha256(`${organisation}${letter}`).slice(0, 12);
  return { kind: 'person', member: `00000000-0000-4000-8000-${digits}` as MemberId, organisation, capacity: 'test' };
}

function sha256(text: string): Digest {
  return createHash('sha256').update(text).digest('hex') as Digest;
}

type Give = <Command, State, Event extends AnyEvent>(
  decider: Decider<Command, State, Event>,
  stream: string,
  actor: Actor,
  command: NoInfer<Command> | object,
) => void;

let ordinal = 0;
function giver(written: Chronicle): Give {
  return (decider, stream, actor, command) => {
    const events = written.get(stream) ?? [];
    const given = actor.kind === 'person' ? { ...command, actor } : command;
    const decision = decider.decide(given as never, fold(decider, events as never));
    if (isRefusal(decision)) throw new Error(`${JSON.stringify(command)}: ${decision.code} ${JSON.stringify(decision.data)}`);
    for (const event of decision as readonly AnyEvent[]) events.push(recordedBy(event, stream, actor, BigInt(events.length)));
    written.set(stream, events);
  };
}

function recordedBy(event: AnyEvent & DomainEvent, stream: string, actor: Actor, revision: bigint): Recorded<AnyEvent> {
  ordinal += 1;
  const id = `00000000-0000-4000-9000-${ordinal.toString().padStart(12, '0')}` as EventId;
  return {
    id,
    stream,
    revision,
    event,
    metadata: {
      schemaVersion: versionOf(event.type),
      actor,
      commandId: id as never,
      commandDigest: sha256('command'),
      $correlationId: 'c',
      $causationId: 'c',
      recordedAt: toInstant(Date.UTC(2024, 0, 1) + ordinal * 60_000),
      classification: 'signed',
      policies: { ids: [], digest: sha256('policies') },
      rules: 'test',
      salt: '0'.repeat(32),
    },
  };
}

function propose(today: string, reference: SharingReference, give: Give, written: Chronicle): void {
  const stream = streamOf.settlement('official', AGREEMENT, 'sharing');
  const of = (name: string) => (written.get(name) ?? []) as never;
  const state = fold(accountDecider, of(stream));
  const figures = written.get(streamOf.figures(AGREEMENT)) ?? [];
  const agreement = written.get(streamOf.agreement(AGREEMENT)) ?? [];
  const draft = nextStatement(state, {
    ...knownInputs(fold(figuresDecider, figures as never)),
    versions: accountTerms(fold(agreementDecider, agreement as never), 'sharing'),
    reference,
    at: `${today}T00:00:00.000Z` as Instant,
    figuresUpTo: BigInt(figures.length - 1),
    agreementUpTo: BigInt(agreement.length - 1),
    through: day(today),
  });
  if (!draft) throw new Error(`nothing to be settled on ${today}`);
  const computed = computedFrom(ACCOUNT, draft, digested);
  const about = { period: computed.period.from, basis: computed.basis, rules: RULES };
  give(accountDecider, stream, officer(BAYANNUR), { type: 'propose-statement', ...about, computed, today: day(today), note: '' });
  for (const party of [XIAN, BAYANNUR])
    give(accountDecider, stream, reviewer(party), { type: 'confirm-statement', ...about, basis: computed.digest, reporters: [] });
}

const due = { on: day('2025-01-10'), workingDays: 10, calendar: 'test', provisional: false };
const RULES: SettlementRules = {
  routes: [{ node: 'year-end', from: BAYANNUR, to: XIAN, via: [] }],
  paymentDue: due,
  resolutionDue: due,
  confirmationDue: due,
  resolvedBy: 'joint-committee',
  next: undefined,
};

function figureOf(year: string, amount: string, measure: FigureContent['measure']): FigureContent {
  return {
    measure,
    period: { from: day(`${year}-01-01`), to: day(`${year}-12-31`) },
    amount: fen(amount).toString(),
    effectiveOn: day(`${year}-12-31`),
    estimated: false,
    document: { digest: sha256(`${year} ${amount}`), name: `完税证明 ${year}.pdf` },
    note: '',
  };
}

const execution = (party: OrganisationId) => ({
  party,
  signatory: { member: officer(party).member, name: '某人', office: '主任' },
  signedAt: '2020-12-01T00:00:00.000Z',
  seal: { algorithm: 'ed25519', key: 'k', value: 'v' },
  sealedAt: '2020-12-01T00:00:00.000Z',
});

function content(byTable: boolean): AgreementContent {
  const workingDays = 10;
  const term: MoneyTerm = {
    node: 'money',
    base: {
      node: 'sum',
      sources: [
        byTable
          ? { node: 'tax', tax: 'value-added', level: 'local-share', conversion: { node: 'by-table', region: '150000' } }
          : { node: 'tax', tax: 'value-added', level: 'local-retained', conversion: { node: 'as-reported' } },
      ],
      collectedBy: [BAYANNUR],
      scope: 'together',
      consolidated: { headOffice: 'leave-out', branch: 'count' },
      refunds: { ordinary: { node: 'all' }, credit: { node: 'all' } },
    },
    clock: {
      start: { node: 'start', all: [{ node: 'on-date', date: day('2021-01-01') }], after: { years: 0, months: 0 }, granularity: 'day' },
      years: { node: 'calendar', firstPart: 'is-year-one' },
      partial: { figures: 'by-days', amounts: 'by-days' },
    },
    eligibility: [],
    deductions: [],
    bands: [
      {
        fromYear: 1,
        allocation: {
          node: 'ratio',
          shares: [
            { party: XIAN, ratio: ['1', '2'] },
            { party: BAYANNUR, ratio: ['1', '2'] },
          ],
        },
      },
    ],
    caps: [],
    guarantees: [],
    discretionary: [],
    rounding: { node: 'largest-remainder', level: 'total', over: 'period', negative: 'mirror', ties: [XIAN, BAYANNUR], amounts: 'half-up' },
    settlement: {
      node: 'settlement',
      period: 'year',
      routes: [{ node: 'year-end', from: BAYANNUR, to: XIAN, via: [] }],
      figuresDue: workingDays,
      confirmationDue: workingDays,
      paymentDue: workingDays,
      disputes: { workingDays, resolvedBy: { node: 'joint-committee' } },
      lateItems: { months: 24, thereafter: 'stay' },
    },
  };
  return {
    title: { zh: '合作协议', en: 'Agreement' },
    mode: 'enclave',
    parties: [
      { organisation: XIAN, name: { zh: '西安经开区管委会', en: '' }, side: 'origin' },
      { organisation: BAYANNUR, name: { zh: '巴彦淖尔经开区管委会', en: '' }, side: 'destination' },
    ],
    clauses: [{ id: 'sharing', heading: { zh: '税收分享', en: '' }, body: { kind: 'sharing', term } }],
    effect: { kind: 'on-date', date: day('2021-01-01') },
  } as AgreementContent;
}
