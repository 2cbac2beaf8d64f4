import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventStoreError } from '../port.ts';
import { readAddress } from './address.ts';

const problemOf = (url: string): string | undefined => {
  try {
    readAddress(url);
    return undefined;
  } catch (error) {
    if (!(error instanceof EventStoreError)) throw error;
    expect([error.code, error.data['field']]).toEqual(['INPUT_INVALID', 'url']);
    return error.data['problem'];
  }
};

test('ES-40 one node, several, and a name to discover them by', () => {
  expect(readAddress('esdb://db.example.cn').settings).toEqual({ endpoint: { address: 'db.example.cn', port: 2113 } });
  expect(readAddress('kurrentdb://[::1]:4000/?tls=false')).toMatchObject({
    settings: { endpoint: { address: '[::1]', port: 4000 } },
    channel: { insecure: true },
  });
  expect(readAddress('esdb://a:1,b,c:3').settings).toMatchObject({
    endpoints: [
      { address: 'a', port: 1 },
      { address: 'b', port: 2113 },
      { address: 'c', port: 3 },
    ],
    nodePreference: 'leader',
  });
  expect(readAddress('esdb+discover://cluster.example.cn?gossipTimeout=3&maxDiscoverAttempts=5').settings).toMatchObject({
    discover: { address: 'cluster.example.cn', port: 2113 },
    gossipTimeout: 3,
    maxDiscoverAttempts: 5,
  });
});

test('ES-40 credentials, time-outs, and certificates from their files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianyu-address-'));
  const file = join(folder, 'ca.pem');
  writeFileSync(file, 'certificate');
  const address = readAddress(
    `esdb://lianyu:p%40ss%3Aw@db?defaultDeadline=5000&KEEPALIVEINTERVAL=20000&connectionName=a%20b&tlsCAFile=${encodeURIComponent(file)}`,
  );
  expect(address.credentials).toEqual({ username: 'lianyu', password: 'p@ss:w' });
  expect(address.settings).toMatchObject({ defaultDeadline: 5000, keepAliveInterval: 20000, connectionName: 'a b' });
  expect(String(address.channel.rootCertificate)).toBe('certificate');
  rmSync(folder, { recursive: true });
});

test.each([
  ['http://localhost', 'not-a-connection-string'],
  ['esdb://', 'not-a-connection-string'],
  ['esdb://user:pass@@host', 'not-a-connection-string'],
  ['esdb://host:0', 'not-a-host'],
  ['esdb://host:70000', 'not-a-host'],
  ['esdb://a:1,,b', 'not-a-host'],
  ['esdb://user:secret@host?tls=false', 'credentials-need-tls'],
  ['esdb://host?tls=maybe', 'option-tls'],
  ['esdb://host?tlsVerifyCert=false', 'option-tlsverifycert'],
  ['esdb://host?nodePreference=follower', 'option-nodepreference'],
  ['esdb://host?throwOnAppendFailure=false', 'option-throwonappendfailure'],
  ['esdb://host?defaultDeadline=soon', 'option-defaultdeadline'],
  ['esdb://host?fast=true', 'option-fast'],
  ['esdb://host?tls=true&TLS=false', 'options-not-readable'],
  ['esdb://host?userCertFile=a.pem', 'certificate-and-key-go-together'],
  ['esdb://host?tlsCAFile=/nowhere/ca.pem', 'certificate-not-readable'],
  ['esdb://%zz:a@host', 'percent-encoding'],
])('ES-40 ER-2 %s is refused: %s', (url, problem) => {
  expect(problemOf(url)).toBe(problem);
});

test('ES-40 whatever is given is read or refused, and a refusal never repeats a password', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (tail, option) => {
      const told = problemOf(`esdb://somebody:hunter2hunter2@host${tail}?${option}`);
      expect(told ?? '').not.toContain('hunter2');
    }),
  );
});
