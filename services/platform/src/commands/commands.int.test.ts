import { randomUUID } from 'node:crypto';
import { streamOf } from '@lianyu/domain/kernel';
import { eventIdOf } from '@lianyu/proofs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadPolicies } from '../access/policies.ts';
import { content, digestOf, TestPlatform } from '../platform.fixtures.ts';
import { BAYANNUR, clear, confirmed, must, signAndSeal, tabled, XIAN } from '../walk.fixtures.ts';

const platform = new TestPlatform();
beforeAll(async () => {
  await platform.play();
});
afterAll(() => platform.close());

const eventsIn = async (stream: string) => (await platform.log()).filter((event) => event.stream === stream);

test('CM-2 a refused command leaves the log as it was', async () => {
  const negotiation = await tabled(platform, 'CM-2');
  const before = JSON.stringify((await platform.log()).map(({ id }) => id));
  const stale = await platform.give(BAYANNUR.officer, 'confirm-text', { negotiation, basis: digestOf('another') });
  expect(stale).toMatchObject({ ok: false, code: 'BASIS_OUTDATED' });
  const wrong = await platform.give(XIAN.head, 'give-signature', { negotiation, basis: digestOf('CM-2'), password: 'wrong' });
  expect(wrong).toMatchObject({ ok: false, code: 'PASSWORD_WRONG' });
  expect(JSON.stringify((await platform.log()).map(({ id }) => id))).toBe(before);
});

test('CM-3 a command sent again is answered with what was recorded; with other content or by another it is refused', async () => {
  const negotiation = await tabled(platform, 'CM-3');
  const commandId = randomUUID();
  const data = { negotiation, basis: digestOf('CM-3') };
  const first = await must(platform.give(BAYANNUR.officer, 'confirm-text', data, commandId));
  expect(await platform.give(BAYANNUR.officer, 'confirm-text', data, commandId)).toMatchObject({ ok: true, repeated: true, subject: first.subject });
  expect(await platform.give(BAYANNUR.officer, 'decline-negotiation', { ...data, reason: '-' }, commandId)).toMatchObject({
    ok: false,
    code: 'COMMAND_ID_REUSED',
  });
  expect(await platform.give(XIAN.officer, 'confirm-text', data, commandId)).toMatchObject({ ok: false, code: 'COMMAND_ID_REUSED' });
  const stream = await eventsIn(streamOf.negotiation(negotiation));
  expect(stream.filter(({ metadata }) => metadata.commandId === commandId).map(({ id }) => id)).toEqual([eventIdOf(commandId, 0)]);
});

test('CM-3 one command sent ten times at once has one effect, and so has one button pressed by twenty', async () => {
  const negotiation = await tabled(platform, 'race');
  const data = { negotiation, basis: digestOf('race') };
  const commandId = randomUUID();
  const same = await Promise.all(Array.from({ length: 10 }, () => platform.give(BAYANNUR.officer, 'confirm-text', data, commandId)));
  expect(same.every(({ ok }) => ok)).toBe(true);
  expect(same.filter((answer) => answer.ok && !answer.repeated)).toHaveLength(1);
  const other = await tabled(platform, 'race of two');
  const shared = randomUUID();
  const two = await Promise.all([
    platform.give(BAYANNUR.officer, 'confirm-text', { negotiation: other, basis: digestOf('race of two') }, shared),
    platform.give(BAYANNUR.officer, 'decline-negotiation', { negotiation: other, basis: digestOf('race of two'), reason: '-' }, shared),
  ]);
  expect(two.map((answer) => (answer.ok ? 'ok' : answer.code)).sort()).toEqual(['COMMAND_ID_REUSED', 'ok']);
  const many = await Promise.all(Array.from({ length: 20 }, () => platform.give(BAYANNUR.officer, 'confirm-text', data)));
  expect(new Set(many.map((answer) => (answer.ok ? 'ok' : answer.code)))).toEqual(new Set(['TEXT_ALREADY_CONFIRMED']));
  const stream = await eventsIn(streamOf.negotiation(negotiation));
  expect(stream.filter(({ event }) => event.type === 'TextConfirmed')).toHaveLength(1);
});

test('EV-2 EV-3 EV-7 AZ-1 the whole walk: each stream its own, every envelope complete, the number reserved', async () => {
  const negotiation = await confirmed(platform, 'walk');
  const basis = digestOf('walk');
  await clear(platform, XIAN, negotiation, basis);
  await clear(platform, BAYANNUR, negotiation, basis);
  await signAndSeal(platform, XIAN, negotiation, basis);
  await signAndSeal(platform, BAYANNUR, negotiation, basis);
  await platform.settled();
  const log = await platform.log();
  const types = (stream: string) => log.filter((event) => event.stream === stream).map(({ event }) => event.type);
  expect(types(streamOf.negotiation(negotiation))).toEqual([
    'ProposalTabled',
    'TextConfirmed',
    'PartyCleared',
    'PartyCleared',
    'SignatureGiven',
    'SealAffixed',
    'SignatureGiven',
    'SealAffixed',
    'NegotiationConcluded',
  ]);
  expect(types(streamOf.agreement(negotiation))).toEqual(['AgreementConcluded', 'FilingDeadlineFixed', 'AgreementEnteredIntoForce']);
  const concluded = log.find(({ stream }) => stream === streamOf.agreement(negotiation))?.event;
  if (concluded?.type !== 'AgreementConcluded') throw new Error('no agreement');
  expect(types(streamOf.reservation('agreement-number', concluded.data.number))).toEqual(['ValueReserved']);
  expect(JSON.stringify(log.filter(({ stream }) => stream.startsWith('negotiation-')).map(({ event }) => event))).not.toContain('法审');

  const policies = loadPolicies();
  const last = new Map<string, string>();
  for (const { stream, metadata } of log) {
    expect(metadata.recordedAt >= (last.get(stream) ?? '')).toBe(true);
    last.set(stream, metadata.recordedAt);
    expect(metadata.policies.digest).toBe(policies.digest);
    expect(metadata.policies.ids.length).toBeGreaterThan(0);
    if (metadata.actor.kind === 'person') for (const id of metadata.policies.ids) expect(policies.ids).toContain(id);
  }
  expect(new Set(log.map(({ metadata }) => metadata.salt)).size).toBe(log.length);
  expect(platform.platform.vault.archivedPolicies(policies.digest)).toBe(policies.text);
});

test('EV-3 recordedAt does not go back when the clock does', async () => {
  const negotiation = await tabled(platform, 'clock');
  platform.at('2026-05-01T00:00:00.000Z');
  await must(platform.give(BAYANNUR.officer, 'confirm-text', { negotiation, basis: digestOf('clock') }));
  const [first, second] = await eventsIn(streamOf.negotiation(negotiation));
  expect(second?.metadata.recordedAt).toBe(first?.metadata.recordedAt);
  platform.at('2026-06-01T02:00:00.000Z');
});

test('AZ-1 who has no permit is denied, and no more is told than that', async () => {
  const negotiation = await tabled(platform, 'denied');
  const data = { negotiation, basis: digestOf('denied') };
  for (const who of [
    BAYANNUR.head,
    'hohhot-etdz.officer',
    'coordination-office.coordinator',
    'audit-office.analyst',
    'coordination-office.admin-one',
  ]) {
    expect(await platform.give(who, 'confirm-text', data)).toEqual({ ok: false, code: 'FORBIDDEN', data: { action: 'confirm-text' } });
  }
  const nowhere = await platform.give('hohhot-etdz.officer', 'confirm-text', { negotiation: randomUUID() as typeof negotiation, basis: data.basis });
  expect(nowhere).toEqual({ ok: false, code: 'FORBIDDEN', data: { action: 'confirm-text' } });
  expect(await platform.give('hohhot-etdz.officer', 'table-proposal', { content: content('not mine'), note: '' })).toMatchObject({
    ok: false,
    code: 'FORBIDDEN',
  });
});

test('AZ-3.1 the policies keep review from the drafter before the rules are even asked', async () => {
  const negotiation = await confirmed(platform, 'duties');
  await clear(platform, XIAN, negotiation, digestOf('duties'), '-', 1);
  const review = { step: 'legal-review' as const, opinionNumber: '1', note: '' };
  expect(await platform.give(XIAN.officer, 'pass-clearance-step', { negotiation, basis: digestOf('duties'), record: review })).toMatchObject({
    ok: false,
    code: 'FORBIDDEN',
  });
});

test('CM-5 processes that see all events again do nothing again', async () => {
  await platform.settled();
  const before = (await platform.log()).length;
  platform.platform.vault.setNote('processes/position', '0');
  await platform.reopen();
  await platform.settled();
  expect(await platform.log()).toHaveLength(before);
});

test('TM-3 an agreement takes force on its day, also when the platform was not there on that day', async () => {
  const negotiation = await confirmed(platform, 'dated', '2026-08-01');
  const basis = digestOf('dated', '2026-08-01');
  for (const zone of [XIAN, BAYANNUR]) {
    await clear(platform, zone, negotiation, basis);
    await signAndSeal(platform, zone, negotiation, basis);
  }
  await platform.settled();
  expect((await eventsIn(streamOf.agreement(negotiation))).map(({ event }) => event.type)).toEqual(['AgreementConcluded', 'FilingDeadlineFixed']);
  platform.at('2026-07-31T15:59:59.000Z');
  await platform.platform.clockProcess.tick();
  expect(await eventsIn(streamOf.agreement(negotiation))).toHaveLength(2);
  platform.at('2026-09-15T00:00:00.000Z');
  await platform.reopen();
  await platform.platform.clockProcess.tick();
  await platform.platform.clockProcess.tick();
  const [, , force] = await eventsIn(streamOf.agreement(negotiation));
  expect(force?.event).toMatchObject({ type: 'AgreementEnteredIntoForce', data: { effectiveOn: '2026-08-01' } });
  expect(await eventsIn(streamOf.agreement(negotiation))).toHaveLength(3);
});
