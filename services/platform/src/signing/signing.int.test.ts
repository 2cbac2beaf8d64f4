import { digest, negotiationId } from '@lianyu/domain/kernel';
import { sealSignature } from '@lianyu/domain/negotiation';
import { verifySeal } from '@lianyu/proofs';
import { expect, test } from 'vitest';
import { password, person, settled } from '../sign-in/sign-in.fixtures.ts';
import { establishWill, sealWith } from './index.ts';

const negotiation = negotiationId.parse('00000000-0000-4000-8000-00000000000a');
const text = digest.parse('ab'.repeat(32));

test('VT-21 the will is established by the password, again for each act', async () => {
  const { vault, now } = await settled();
  const will = (given: string) => establishWill(vault, { member: person.member, password: given, now: now() });
  expect(await will(password)).toEqual({ method: 'password-again' });
  for (let wrong = 0; wrong < 5; wrong += 1) expect(await will('wrong')).toEqual({ code: 'PASSWORD_WRONG', data: {} });
  expect(await will(password)).toEqual({ code: 'RATE_LIMITED', data: { retryAfterSeconds: 1 } });
});

test('VT-22 a seal is good for this text, this negotiation and this party alone', async () => {
  const { vault } = await settled();
  const toSeal = { negotiation, party: person.organisation, digest: text };
  expect(sealWith(vault, toSeal)).toBeUndefined();
  const key = vault.enrolSealKey(person.organisation);
  const seal = sealSignature.parse(sealWith(vault, toSeal));
  expect(seal.key).toBe(key);
  expect(verifySeal(seal, toSeal)).toBe(true);
  expect(verifySeal(seal, { ...toSeal, digest: 'cd'.repeat(32) })).toBe(false);
  expect(verifySeal(seal, { ...toSeal, party: 'baotou-rare-earth' })).toBe(false);
  expect(verifySeal(seal, { ...toSeal, negotiation: person.member })).toBe(false);
});
