import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  agreementNumber,
  canonicalBytes,
  derivedId,
  digestOf,
  eventIdOf,
  leafHash,
  NotCanonicalError,
  proposalDigest,
  sealBytes,
  sha256Hex,
  uuidV5,
  verifySeal,
} from './index.ts';

const text = (value: unknown) => new TextDecoder().decode(canonicalBytes(value));

test('PF-1.1 canonical bytes are those of RFC 8785', () => {
  // The sorting example of RFC 8785 §3.2.3.
  const sorted = {
    '€': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '😀': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    ö: 'Latin Small Letter O With Diaeresis',
  };
  const inOrder = [...text(sorted).matchAll(/:"([^"]*)"/g)].map(([, value]) => value);
  expect(inOrder).toEqual([
    'Carriage Return',
    'One',
    'Control',
    'Latin Small Letter O With Diaeresis',
    'Euro Sign',
    'Emoji: Grinning Face',
    'Hebrew Letter Dalet With Dagesh',
  ]);
  expect(text({ b: [true, null, 1, '"\\\u000f\n'], a: '€$' })).toBe('{"a":"€$","b":[true,null,1,"\\"\\\\\\u000f\\n"]}');
});

test('PF-1.1 what is not plain, exact JSON has no canonical bytes', () => {
  for (const bad of [
    undefined,
    () => 1,
    new Date(),
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    -0,
    10n,
    '\ud800',
    new Map(),
    { a: undefined },
    [undefined],
    { '\udc00': 1 },
    new (class A {})(),
  ]) {
    expect(() => canonicalBytes(bad)).toThrow(NotCanonicalError);
  }
});

test('PF-1.1 the order of members does not matter, and JSON comes back', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ unit: 'grapheme' }), fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(null))),
      (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(text(turned)).toBe(text(value));
        expect(JSON.parse(text(value))).toEqual(JSON.parse(JSON.stringify(value)));
      },
    ),
  );
});

test('digests, name-based ids and signatures agree with published vectors', () => {
  expect(sha256Hex(new TextEncoder().encode('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(uuidV5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2'); // RFC 9562 A.4
  const secret = hexToBytes('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'); // RFC 8032 §7.1, test 1
  expect(bytesToHex(ed25519.getPublicKey(secret))).toBe('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
});

test('CM-3 ids derive from the command, differ by index and name, and are the same each time', () => {
  const command = '0f6fa9ae-0e2f-4f3e-8c38-3d3a6f1a2b01';
  expect(eventIdOf(command, 0)).toBe(eventIdOf(command, 0));
  const ids = [
    eventIdOf(command, 0),
    eventIdOf(command, 1),
    derivedId(command, 'negotiation'),
    derivedId(command, 'member'),
    eventIdOf(derivedId(command, 'x'), 0),
  ];
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('LV-3 agreement numbers do not count', () => {
  const numbers = Array.from({ length: 200 }, (_, index) => agreementNumber(derivedId('x', String(index)), 2026, 0));
  expect(new Set(numbers).size).toBe(200);
  expect([...numbers].sort()).not.toEqual(numbers);
  for (const number of numbers) expect(number).toMatch(/^LY-2026-[0-9A-HJKMNP-TV-Z]{6}$/);
  expect(agreementNumber('a', 2026, 1)).not.toBe(agreementNumber('a', 2026, 0));
});

test('PF-2 the digest covers data, Chinese text and renderer, and nothing else', () => {
  const proposal = { content: { title: '协议' }, text: { zh: '文', en: 'text' }, renderer: 'r/1' };
  const digest = proposalDigest(proposal);
  expect(proposalDigest({ ...proposal, text: { zh: '文', en: 'other' } as { zh: string } })).toBe(digest);
  for (const other of [
    { ...proposal, content: { title: '协' } },
    { ...proposal, text: { zh: '文。' } },
    { ...proposal, renderer: 'r/2' },
  ])
    expect(proposalDigest(other)).not.toBe(digest);
  expect(digest).toBe(digestOf({ text: '文', renderer: 'r/1', content: { title: '协议' } }));
});

test('PF-2 a seal is good for its digest, party and negotiation alone', () => {
  const { secretKey, publicKey } = ed25519.keygen();
  const sealed = { negotiation: 'n', party: 'p', digest: 'd'.repeat(64) };
  const signature = { key: bytesToHex(publicKey), value: bytesToHex(ed25519.sign(sealBytes(sealed), secretKey)) };
  expect(verifySeal(signature, sealed)).toBe(true);
  for (const other of [
    { ...sealed, negotiation: 'm' },
    { ...sealed, party: 'q' },
    { ...sealed, digest: 'e'.repeat(64) },
  ])
    expect(verifySeal(signature, other)).toBe(false);
  for (let index = 0; index < signature.value.length; index += 16) {
    const flipped = signature.value.slice(0, index) + (signature.value[index] === '0' ? '1' : '0') + signature.value.slice(index + 1);
    expect(verifySeal({ ...signature, value: flipped }, sealed)).toBe(false);
  }
  for (const value of ['', 'zz', 'a', '0'.repeat(128)]) expect(verifySeal({ ...signature, value }, sealed)).toBe(false);
});

test('PF-1.1 a leaf depends on all of the event and on its salt', () => {
  const event = { stream: 's', revision: 3n, id: 'i', type: 'T', data: { a: 1 }, metadata: { salt: '00'.repeat(16), by: 'x' } };
  const leaf = leafHash(event);
  expect(leaf).toMatch(/^[0-9a-f]{64}$/);
  const others = [
    { ...event, stream: 't' },
    { ...event, revision: 4n },
    { ...event, id: 'j' },
    { ...event, type: 'U' },
    { ...event, data: { a: 2 } },
    { ...event, metadata: { ...event.metadata, salt: '01'.repeat(16) } },
    { ...event, metadata: { ...event.metadata, by: 'y' } },
  ];
  expect(new Set([leaf, ...others.map(leafHash)]).size).toBe(others.length + 1);
});
