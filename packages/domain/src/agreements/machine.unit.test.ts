import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, org, person, recordedBy } from '../kernel/given.fixtures.ts';
import { addDays, type CalendarDate, type Digest, fold, isRefusal, type NegotiationId, type Recorded } from '../kernel/index.ts';
import { contentBetween } from './content.fixtures.ts';
import {
  type AgreementCommand,
  type AgreementContent,
  type AgreementEvent,
  type AgreementPhase,
  type AgreementState,
  agreementDecider,
  availableInAgreement,
  dueByClock,
  isLive,
  jointStep,
  latestVersion,
  renderText,
  stepNow,
  termsVersions,
  versionInEffect,
} from './index.ts';

const agreement = '11111111-1111-4111-8111-111111111111' as NegotiationId;
const names = ['a-zone', 'b-zone', 'c-zone', 'd-zone', 'e-zone'];
const NUMBER = 'LY-2026-7K3M9Q';
const FIRST_DAY = day('2026-03-02');
const digestOf = (round: number) => round.toString(16).padStart(64, '0') as Digest;

/** What may be tried; `step` and `clock` lead on, the others go astray. */
const kinds = [
  'step',
  'step',
  'step',
  'clock',
  'clock',
  'confirm',
  'file',
  'amend',
  'renew',
  'end',
  'notice',
  'notice',
  'answer',
  'cure',
  'break',
  'break',
  'policy',
  'withdraw-policy',
  'withdraw-step',
  'any-step',
  'early',
  'waive',
  'waive',
  'agree-waiver',
  'agree-waiver',
  'keep-duty',
] as const;
interface Try {
  readonly kind: (typeof kinds)[number];
  readonly who: number;
  readonly days: number;
  readonly other: number;
}
const tried = fc.record({ kind: fc.constantFrom(...kinds), who: fc.nat(5), days: fc.integer({ min: 0, max: 25 }), other: fc.nat(9) });
/** Every party in turn says yes to what comes next: enough to bring any agreement to its archive once it has ended. */
const finale = Array.from({ length: 15 }, (_, who): Try => ({ kind: 'step', who: who % 5, days: 3, other: 1 }));
const run = fc
  .tuple(fc.array(tried, { minLength: 15, maxLength: 70 }), fc.boolean())
  .map(([tries, ending]) => (ending ? [...tries, ...finale] : tries));

interface World {
  readonly state: AgreementState;
  readonly parties: readonly string[];
  readonly today: CalendarDate;
  readonly round: number;
}

function commandFrom({ kind, who, days, other }: Try, { state, parties, today, round }: World): AgreementCommand | undefined {
  const organisation = parties[who] ?? 'stranger';
  const actor = person(organisation, organisation);
  const given = { actor, today, basis: other === 0 ? digestOf(999) : (versionInEffect(state)?.digest ?? digestOf(0)) };
  const due = dueByClock(state);
  switch (kind) {
    case 'clock':
      return due && { type: due.command, today };
    case 'early':
      return { type: (['enter-into-force', 'apply-amendment', 'expire', 'terminate'] as const)[other % 4] ?? 'expire', today };
    case 'confirm':
      return { type: 'confirm-condition', ...given, fulfilledOn: state.condition?.fulfilledOn ?? addDays(today, -days), words: '' };
    case 'file':
      return { type: 'file-agreement', ...given, filedOn: addDays(today, days - 20), office: '-', fileNumber: '' };
    case 'step':
    case 'any-step': {
      const natural = stepNow(state);
      return { type: 'agree-step', ...given, step: kind === 'step' ? natural : (jointStep.options[other % 4] ?? 'suspend'), words: '' };
    }
    case 'withdraw-step':
      return { type: 'withdraw-step', ...given, step: jointStep.options[other % 4] ?? 'suspend' };
    case 'amend':
    case 'renew':
    case 'end':
      return change(kind, { state, parties, today, round }, days, other);
    case 'notice':
      return { type: 'give-breach-notice', ...given, against: org(parties[other % parties.length] ?? 'stranger'), words: '-' };
    case 'answer':
      return { type: 'answer-breach-notice', ...given, notice: 1 + (other % 3), words: '-' };
    case 'cure':
      return { type: 'accept-cure', ...given, notice: 1 + (other % 3) };
    case 'break': {
      // Mostly by whoever may: that nobody else can is tried as well.
      const open = other > 2 ? state.notices.find(({ cured }) => !cured) : undefined;
      const by = open ? { ...given, actor: person(open.party, open.party) } : given;
      return { type: 'terminate-for-breach', ...by, notice: open?.notice ?? 1 + (other % 3), words: '' };
    }
    case 'policy':
      return { type: 'give-policy-notice', ...given, document: '-', words: '-', effectiveOn: addDays(today, days + 10) };
    case 'waive': {
      const owing = parties[other % parties.length] ?? 'stranger';
      const open = { id: `duty/${other % 3}`, kind: 'report-figures' as const, who: [org(owing)], on: today };
      const creditors = parties.filter((party) => party !== owing).map(org);
      return { type: 'propose-waiver', ...given, duty: open.id, dutyOf: () => ({ ...open, creditors }), reason: '-' };
    }
    case 'agree-waiver': {
      const asked = state.waivers.find((waiver) => waiver.state === 'open');
      const waiver = other > 1 ? (asked?.waiver ?? 1) : other;
      const open = asked && other !== 5 ? { ...asked.duty, creditors: asked.creditors } : undefined;
      return { type: 'agree-waiver', ...given, actor: person(organisation, `${organisation}-head`), waiver, dutyOf: () => open };
    }
    case 'keep-duty':
      return { type: 'withdraw-waiver', ...given, waiver: 1 + (other % 3) };
    case 'withdraw-policy':
      return { type: 'withdraw-policy-notice', ...given };
  }
}

function change(kind: 'amend' | 'renew' | 'end', { state, parties, today, round }: World, days: number, other: number): AgreementCommand {
  const latest = latestVersion(state);
  const content = latest?.content ?? contentBetween(parties);
  const purpose = {
    kind: ({ amend: 'amendment', renew: 'renewal', end: 'termination' } as const)[kind],
    agreement,
    number: NUMBER,
    version: other === 0 ? digestOf(998) : (latest?.digest ?? digestOf(0)),
  };
  const { until: _, ...open } = content;
  const whole: AgreementContent = {
    ...(kind === 'renew'
      ? { ...content, ...(content.until === undefined ? {} : { until: addDays(content.until, 40) }) }
      : kind === 'end'
        ? open
        : content),
    purpose,
    effect: other % 2 === 0 ? { kind: 'on-conclusion' } : { kind: 'on-date', date: addDays(today, days - 8) },
  };
  return {
    type: 'record-change',
    today,
    amendment: `${round.toString().padStart(8, '0')}-2222-4222-8222-222222222222` as NegotiationId,
    number: 'LY-2026-ABCDEF',
    concludedOn: today,
    content: whole,
    text: renderText(whole),
    renderer: 'r',
    digest: digestOf(round),
  };
}

const ended: ReadonlySet<AgreementPhase> = new Set(['expired', 'terminated', 'closed', 'archived']);
const order: readonly AgreementPhase[] = ['none', 'concluded', 'in-force', 'suspended', 'expired', 'terminated', 'closed', 'archived'];

function checkInvariants(before: AgreementState, after: AgreementState, today: CalendarDate): void {
  const { phase, effectiveOn, endedOn, concludedOn, until, versions, version } = after;
  // What has ended is never taken up again, and its end does not move.
  if (ended.has(before.phase)) {
    expect(ended.has(phase)).toBe(true);
    expect(order.indexOf(phase)).toBeGreaterThanOrEqual(order.indexOf(before.phase));
    expect(endedOn).toBe(before.endedOn);
  }
  expect(endedOn !== undefined).toBe(ended.has(phase));
  if (isLive(after)) expect(effectiveOn !== undefined && effectiveOn <= today && concludedOn !== undefined && effectiveOn >= concludedOn).toBe(true);
  if (endedOn !== undefined) expect(endedOn <= today).toBe(true);
  if (phase === 'closed' || phase === 'archived') expect(effectiveOn).toBeDefined();
  expect(versions.map((each) => each.version)).toEqual(versions.map((_, index) => index + 1));
  expect(version).toBeGreaterThanOrEqual(before.phase === 'none' ? 1 : before.version);
  // Each version answers the one before it: their digests are a chain without a fork.
  for (const [index, each] of versions.slice(1).entries()) expect(each.content.purpose?.version).toBe(versions[index]?.digest);
  if (isLive(after)) expect(until).toBe(versionInEffect(after)?.content.until);
  for (const { agreedBy } of after.steps.values()) {
    expect(new Set(agreedBy).size).toBe(agreedBy.length);
    expect(agreedBy.length).toBeLessThan(after.parties.length);
  }
  for (const { waiver, state: standing, duty, creditors, agreedBy } of after.waivers) {
    // Given with the word of all to whom it is owed and never before, once and for good.
    expect(standing === 'given').toBe(agreedBy.length === creditors.length);
    expect(agreedBy.every((party) => creditors.includes(party) && !duty.who.includes(party))).toBe(true);
    const known = before.waivers.find((each) => each.waiver === waiver);
    if (known && known.state !== 'open') expect(known.state).toBe(standing);
  }
  const days = termsVersions(after);
  for (const { effectiveFrom, until: last } of days) if (last !== undefined) expect(effectiveFrom <= last).toBe(true);
  for (const [index, { effectiveFrom }] of days.entries()) {
    const previous = days[index - 1];
    if (previous) expect(previous.until !== undefined && previous.until < effectiveFrom).toBe(true);
  }
}

test('CM-1 CM-2 CM-4 AG-28 no sequence of commands of 2 to 5 parties leaves the machine of an agreement, and replay gives the same state', () => {
  const reached = new Map<AgreementPhase | NonNullable<AgreementState['ground']> | 'waived', number>();
  const effects: readonly AgreementContent['effect'][] = [
    { kind: 'on-conclusion' },
    { kind: 'on-conclusion' },
    { kind: 'on-date', date: day('2026-03-20') },
    { kind: 'on-condition', condition: { zh: '批复', en: '' } },
  ];
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 5 }), fc.nat(3), fc.option(fc.integer({ min: 5, max: 300 })), run, (count, effect, term, tries) => {
      const parties = names.slice(0, count);
      const content: AgreementContent = {
        ...contentBetween(parties),
        effect: effects[effect] ?? { kind: 'on-conclusion' },
        exit: { breach: { cureDays: 5 }, policyChange: { noticeDays: 10 } },
        ...(term === null ? {} : { until: addDays(FIRST_DAY, term) }),
      };
      const log: Recorded<AgreementEvent>[] = [];
      let world: World = { state: agreementDecider.initial, parties, today: FIRST_DAY, round: 1 };
      const give = (command: AgreementCommand) => {
        const { state, today } = world;
        const frozen = JSON.stringify(state);
        const decision = agreementDecider.decide(command, state);
        expect(JSON.stringify(state)).toBe(frozen);
        if (isRefusal(decision)) return;
        expect(decision.length).toBeGreaterThan(0);
        let after = state;
        for (const event of decision) {
          const recorded = recordedBy(event, { kind: 'process', process: 'test' }, log.length);
          log.push(recorded);
          after = agreementDecider.evolve(after, recorded);
        }
        checkInvariants(state, after, today);
        if (after.phase !== state.phase) reached.set(after.phase, (reached.get(after.phase) ?? 0) + 1);
        if (decision.some(({ type }) => type === 'DutyWaived')) reached.set('waived', (reached.get('waived') ?? 0) + 1);
        if (after.ground !== state.ground && after.ground) reached.set(after.ground, (reached.get(after.ground) ?? 0) + 1);
        world = { ...world, state: after };
      };
      const text = renderText(content);
      give({
        type: 'conclude-agreement',
        agreement,
        number: NUMBER,
        concludedOn: FIRST_DAY,
        content,
        text,
        renderer: 'r',
        digest: digestOf(0),
        executions: [],
      });
      for (const each of tries) {
        world = { ...world, today: addDays(world.today, each.days), round: world.round + 1 };
        const command = commandFrom(each, world);
        if (command) give(command);
        // What is offered to a party, the rules take; to who is none, nothing is offered.
        for (const party of parties) availableInAgreement(world.state, person(party, party), world.today);
        expect(availableInAgreement(world.state, person('stranger', 'x'), world.today)).toEqual([]);
      }
      expect(fold(agreementDecider, log)).toEqual(world.state);
      // However long the clock was away, it comes to an end of what is due.
      world = { ...world, today: day('2090-01-01') };
      for (let given = 0; dueByClock(world.state) !== undefined; given += 1) {
        expect(given).toBeLessThan(100);
        const due = dueByClock(world.state);
        const length = log.length;
        if (due) give({ type: due.command, today: world.today });
        expect(log.length).toBeGreaterThan(length);
      }
    }),
    { numRuns: 250 },
  );
  // Otherwise nothing was proven.
  for (const phase of [
    'in-force',
    'suspended',
    'expired',
    'terminated',
    'closed',
    'archived',
    'by-consent',
    'for-breach',
    'by-policy-change',
    'waived',
  ] as const)
    expect(reached.get(phase) ?? 0, phase).toBeGreaterThan(0);
});
