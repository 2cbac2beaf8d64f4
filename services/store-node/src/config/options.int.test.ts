import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '../access/passwords.ts';
import { setPassword } from '../access/users-file.ts';
import { type Certificate, makeCertificate } from '../tls.fixtures.ts';
import { readFiles } from './files.ts';
import { readOptions, type ServeOptions } from './options.ts';

const serving = ['--data', 'data', '--port', '2113'];

describe('options', () => {
  test('ES-74 on this machine it needs a directory and a port, and nothing else', () => {
    expect(readOptions(serving)).toEqual({
      kind: 'serve',
      options: { data: 'data', host: '127.0.0.1', port: 2113, tls: undefined, users: undefined, ledger: undefined },
    });
    expect(readOptions([...serving, '--ledger', 'a,b2', '--host', '::1'])).toMatchObject({ options: { ledger: ['a', 'b2'], host: '::1' } });
    expect(readOptions([...serving, '--ledger', ''])).toMatchObject({ options: { ledger: [] } });
  });

  test.each<[string[], string[]]>([
    [[], ['--data', '--port']],
    [['--data', 'd', '--port', '70000'], ['--port']],
    [
      ['--data', 'd', '--port', 'x', '--ledger', 'A b'],
      ['--port', '--ledger'],
    ],
    [[...serving, '--ledger', 'a,,b'], ['--ledger']],
    [[...serving, '--host', 'a b'], ['--host']],
    [[...serving, '--tls-cert', 'c'], ['--tls-key']],
    [[...serving, '--tls-key', 'k'], ['--tls-cert']],
    [[...serving, '--groups', 'a'], ['--groups']],
    [['--set-password', 'a:b', '--users', 'u'], ['--set-password']],
    [['--set-password', '$admin', '--users', 'u'], ['--set-password']],
    [['--set-password', 'a'], ['--users']],
    [['--set-password', 'a', '--users', 'u', '--port', '1'], ['--port']],
  ])('ES-74 ER-2 what cannot be meant is named, each in one line: %j', (argv, named) => {
    const reading = readOptions(argv);
    expect(reading.kind === 'refused' && reading.problems.map((line) => line.split(':')[0])).toEqual(named);
    for (const line of reading.kind === 'refused' ? reading.problems : []) expect(line).toMatch(/^--\S+: [^\n]+ \/ [^\n]+$/);
  });

  test('ES-74 an unknown option is refused, and --help wins over everything', () => {
    expect(readOptions(['--frobnicate'])).toMatchObject({ kind: 'refused' });
    expect(readOptions(['extra'])).toMatchObject({ kind: 'refused' });
    const help = readOptions(['--port', 'x', '--help']);
    for (const flag of ['--data', '--port', '--host', '--tls-cert', '--tls-key', '--users', '--ledger', '--insecure', '--set-password', '--groups'])
      expect(help.kind === 'help' && help.text).toContain(flag);
  });

  test('ES-69 nobody listens on a network in the clear, or without users, by mistake', () => {
    const everywhere = [...serving, '--host', '0.0.0.0'];
    const tls = ['--tls-cert', 'c', '--tls-key', 'k'];
    const kinds = [
      everywhere,
      [...everywhere, ...tls],
      [...everywhere, '--users', 'u'],
      [...everywhere, ...tls, '--users', 'u'],
      [...everywhere, '--insecure'],
    ];
    expect(kinds.map((argv) => readOptions(argv).kind)).toEqual(['refused', 'refused', 'refused', 'serve', 'serve']);
  });
});

describe('files', () => {
  let folder: string;
  let certificate: Certificate;
  let other: Certificate;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lianyu-store-node-'));
    certificate = await makeCertificate();
    other = await makeCertificate();
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    certificate.remove();
    other.remove();
  });
  const options = (given: Partial<ServeOptions>): ServeOptions => ({
    data: '',
    host: '',
    port: 0,
    tls: undefined,
    users: undefined,
    ledger: undefined,
    ...given,
  });
  const tls = (certificateFile: string, key: string) => () => readFiles(options({ tls: { certificate: certificateFile, key } }));

  test('ES-74 a certificate and its key are tried before anything is opened', () => {
    expect(tls(certificate.certificateFile, certificate.keyFile)()).toMatchObject({ tls: { key: certificate.key } });
    expect(tls(join(folder, 'none'), certificate.keyFile)).toThrow(/^--tls-cert: /);
    expect(tls(certificate.keyFile, certificate.keyFile)).toThrow(/^--tls-cert: /);
    expect(tls(certificate.certificateFile, join(folder, 'none'))).toThrow(/^--tls-key: /);
    expect(tls(certificate.certificateFile, certificate.certificateFile)).toThrow(/^--tls-key: /);
    expect(tls(certificate.certificateFile, other.keyFile)).toThrow(/^--tls-key: /);
  });

  test('ES-69 a file of users is whole, hashed, and its owner’s alone', async () => {
    const users = join(folder, 'users.json');
    const reading = () => readFiles(options({ users }));
    expect(reading).toThrow(/^--users: /);
    await setPassword(users, '周会计', '口令', ['accounting']);
    await setPassword(users, 'admin', 'changeit', ['$admins']);
    await setPassword(users, 'admin', 'changed', undefined);
    expect([...(reading().users ?? [])].map(([name, { groups }]) => [name, groups])).toEqual([
      ['周会计', ['accounting']],
      ['admin', ['$admins']],
    ]);
    chmodSync(users, 0o640);
    expect(reading).toThrow(/^--users: .*chmod 600/);
    const password = await hashPassword('x');
    for (const content of [
      '',
      '{}',
      '{"users":{}}',
      '{"users":{"a":{"groups":[],"password":"plain"}}}',
      JSON.stringify({ users: { 'a:b': { groups: [], password } } }),
    ]) {
      rmSync(users);
      writeFileSync(users, content, { mode: 0o600 });
      expect(reading, content).toThrow(/^--users: /);
    }
  });
});
