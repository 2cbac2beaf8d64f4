import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, NO_STREAM } from '@eventstore/db-client';
import { ledgerCategories } from '@lianyu/domain/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endAll, outcome, startProcess } from './process.fixtures.ts';
import { failure, follow, numberedEvents, read } from './store-node.fixtures.ts';
import { type Certificate, makeCertificate } from './tls.fixtures.ts';

let folder: string;
let certificate: Certificate;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lianyu-store-node-'));
  certificate = await makeCertificate();
});
afterAll(() => {
  endAll();
  rmSync(folder, { recursive: true, force: true });
  certificate.remove();
});

const fresh = () => mkdtempSync(join(folder, 'data-'));

test('ES-74 ES-76 it says READY with its address, serves, ends politely when asked to, and finds everything and its ledger again', async () => {
  const data = join(fresh(), 'made', 'anew');
  for (const [args, expected] of [
    [['--ledger', 'deed'], []],
    [[], [0, 1, 2]],
  ] as const) {
    const { line, end } = startProcess(['--data', data, '--port', '0', ...args]);
    const [word, address = ''] = (await line()).split(' ');
    expect(word).toBe('READY');
    expect(address).toMatch(/^esdb:\/\/127\.0\.0\.1:\d+\?tls=false$/);
    const client = EventStoreDBClient.connectionString(address);
    const seen = await read(client.readAll());
    expect(seen.map(({ event }) => Number(event?.revision))).toEqual(expected);
    if (seen.length === 0) {
      const events = numberedEvents(3).map((event) => ({ ...event, metadata: {} }));
      await client.appendToStream('deed-1', events, { expectedRevision: NO_STREAM });
      expect(await outcome(['--data', data, '--port', '0'])).toEqual([3, expect.stringContaining('STORE_LOCKED')]);
    }
    // Of the ledger is what the store was told when it was new, and not what is the platform's.
    expect(await failure(client.deleteStream('deed-1'))).toMatchObject({ type: 'access-denied' });
    expect(await failure(client.deleteStream('agreement-1'))).not.toMatchObject({ type: 'access-denied' });
    const follower = follow(client.subscribeToAll());
    await follower.until(({ caughtUp }) => caughtUp === 1);
    expect(await end()).toBe(0);
    expect(await failure(follower.until(() => false))).toMatchObject({ type: 'unavailable' });
    await client.dispose();
  }
  expect(statSync(data).mode & 0o777).toBe(0o700);
  expect(await outcome(['--data', data, '--port', '0', '--ledger', 'other'])).toEqual([6, expect.stringContaining('STORE_LEDGER_DIFFERS')]);
});

test('ES-74 ER-2 options and files that cannot be meant are named, and nothing is touched', async () => {
  const data = join(folder, 'never-made');
  const [code, complaints] = await outcome(['--data', data, '--port', 'x', '--ledger', 'A b']);
  expect([
    code,
    complaints
      .trim()
      .split('\n')
      .map((line) => line.split(':')[0]),
  ]).toEqual([2, ['--port', '--ledger']]);
  expect(await outcome(['--data', data, '--port', '0', '--users', join(folder, 'none')])).toEqual([2, expect.stringMatching(/^--users: /)]);
  expect(existsSync(data)).toBe(false);
});

test('ES-74 a directory that cannot be written, a port that is taken and a file that is no store have exit codes of their own', async () => {
  const file = join(folder, 'a-file');
  writeFileSync(file, 'x');
  expect(await outcome(['--data', file, '--port', '0'])).toEqual([3, expect.stringMatching(/^--data: /)]);

  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as { port: number };
  expect(await outcome(['--data', fresh(), '--port', String(port)])).toEqual([4, expect.stringMatching(/^--port: /)]);
  holder.close();

  const foreign = fresh();
  writeFileSync(join(foreign, 'events.sqlite'), 'this is no store');
  expect(await outcome(['--data', foreign, '--port', '0'])).toEqual([6, expect.stringContaining('STORE_FOREIGN')]);
});

test('ES-74 ES-76 a new store has the ledger of the platform, and the node ends with whoever started it', async () => {
  const parent = spawn(
    process.execPath,
    [
      '-e',
      `const script = ${JSON.stringify(new URL('./main.ts', import.meta.url).pathname)}; require('node:child_process').spawn(process.execPath, [script, '--data', ${JSON.stringify(fresh())}, '--port', '0'], { stdio: ['ignore', 'inherit', 'inherit'] }); setInterval(() => {}, 1000)`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, LIANYU_EXIT_WITH_PARENT: '1' } },
  );
  const [ready] = await once(parent.stdout, 'data');
  const [word, address = ''] = String(ready).trim().split(' ');
  expect(word).toBe('READY');
  const client = EventStoreDBClient.connectionString(address);
  for (const category of ledgerCategories) expect(await failure(client.deleteStream(`${category}-1`))).toMatchObject({ type: 'access-denied' });
  await client.dispose();
  const ended = once(parent.stdout, 'end');
  parent.kill('SIGKILL');
  // Its output is the child's too: it ends when both are gone.
  await ended;
});

test('ES-69 users are kept hashed, readable by their owner alone, and are asked for over TLS', async () => {
  const users = join(folder, 'users.json');
  expect(await outcome(['--set-password', '管理员', '--users', users, '--groups', '$admins'], 'change 它\n')).toEqual([0, '']);
  const kept = readFileSync(users, 'utf8');
  expect(kept).not.toContain('change');
  expect(statSync(users).mode & 0o777).toBe(0o600);
  expect(JSON.parse(kept).users).toMatchObject({ 管理员: { groups: ['$admins'], password: { algorithm: 'argon2id', memory: 19_456 } } });

  const args = ['--data', fresh(), '--port', '0', '--tls-cert', certificate.certificateFile, '--tls-key', certificate.keyFile, '--users', users];
  const { line, end } = startProcess(args);
  const address = (await line()).split(' ')[1] ?? '';
  expect(address).toMatch(/\?tls=true$/);
  const trusted = `${address}&tlsCAFile=${encodeURIComponent(certificate.certificateFile)}`;
  const as = (who: string) => EventStoreDBClient.connectionString(trusted.replace('esdb://', `esdb://${who}`));
  const clients = [
    as(`${encodeURIComponent('管理员')}:${encodeURIComponent('change 它')}@`),
    as(`${encodeURIComponent('管理员')}:change@`),
    as(''),
  ] as const;
  expect(await read(clients[0].readAll())).toEqual([]);
  expect(await failure(read(clients[1].readAll()))).toMatchObject({ type: 'access-denied' });
  expect(await failure(read(clients[2].readAll()))).toMatchObject({ type: 'access-denied' });
  for (const client of clients) await client.dispose();
  expect(await end()).toBe(0);
});
