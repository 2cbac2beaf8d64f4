import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { AgreementContent } from '@lianyu/domain/agreements';
import { agreementContent } from '@lianyu/domain/agreements';
import { ledgerCategories } from '@lianyu/domain/kernel';
import { openSqliteReader, openSqliteStore } from '@lianyu/event-store/sqlite';
import { createRunner } from '@lianyu/projections';
import { projections } from '@lianyu/projections/folds';
import { openSqliteReadStore } from '@lianyu/projections/sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Member } from '../test/member.ts';
import { TestServer } from '../test/server.ts';

/** More is a matter of patience: `KILL_ROUNDS=200 npm test -- infra/e2e/kill-loop`. */
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 8);
const SEED = Number(process.env['KILL_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const server = new TestServer();
let content: AgreementContent;
let members: { xian: Member; bayannur: Member };

beforeAll(async () => {
  await server.start();
  members = {
    xian: await Member.signIn(server.origin, server.account('xian-etdz.officer')),
    bayannur: await Member.signIn(server.origin, server.account('bayannur-etdz.officer')),
  };
  const listed = (await members.xian.get('/api/agreements')).body as { rows: { body: { id: string } }[] };
  const page = (await members.xian.get(`/api/rows?topic=agreement/${listed.rows[0]?.body.id}`)).body as {
    rows: { kind: string; body: { content: unknown } }[];
  };
  content = agreementContent.parse(page.rows.find(({ kind }) => kind === 'proposal')?.body.content);
}, 300_000);

afterAll(async () => {
  await server.kill();
  server.remove();
});

interface Acknowledged {
  readonly by: keyof typeof members;
  readonly name: 'table-proposal' | 'confirm-text' | 'decline-negotiation';
  readonly commandId: string;
  readonly data: object;
  readonly subject: string;
}

function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

test(
  `PR-2 EV-4 CM-3 killed ${ROUNDS} times under load (seed ${SEED}): nothing acknowledged is lost, and the documents are those of the log`,
  async () => {
    const random = randomFrom(SEED);
    const acknowledged: Acknowledged[] = [];
    let lost = 0;

    /** Commands one after the other until the server is gone: what was answered is remembered, what was cut off is not. */
    async function press(by: keyof typeof members, stopped: () => boolean): Promise<void> {
      while (!stopped()) {
        const commandId = randomUUID();
        const data = { content: { ...content, title: { zh: `第${acknowledged.length}件`, en: '' } }, note: '' };
        try {
          const tabled = await members[by].ask('POST', '/api/commands/table-proposal', { commandId, data });
          if (tabled.status !== 200) throw new Error(JSON.stringify(tabled));
          acknowledged.push({ by, name: 'table-proposal', commandId, data, subject: (tabled.body as { subject: string }).subject });
        } catch (error) {
          if (!stopped()) throw error;
        }
      }
    }

    for (let round = 0; round < ROUNDS; round += 1) {
      let stopped = false;
      const pressing = [
        press('xian', () => stopped),
        press('xian', () => stopped),
        press('bayannur', () => stopped),
        press('bayannur', () => stopped),
      ];
      const before = acknowledged.length;
      await new Promise((done) => setTimeout(done, 20 + random() * 150));
      // However slow the machine: without anything acknowledged there is nothing to lose.
      while (acknowledged.length === before) await new Promise((done) => setTimeout(done, 10));
      stopped = true;
      await server.kill();
      await Promise.all(pressing);
      await server.start();
      // The last ones are those that a crash could have lost; the others have been asked before.
      for (const { by, name, commandId, data, subject } of acknowledged.slice(-8)) {
        const again = await members[by].ask('POST', `/api/commands/${name}`, { commandId, data });
        if (
          again.status !== 200 ||
          (again.body as { repeated: boolean; subject: string }).repeated !== true ||
          (again.body as { subject: string }).subject !== subject
        )
          lost += 1;
      }
    }
    expect(lost).toBe(0);
    expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS);
    for (const { by, name, commandId, data } of acknowledged) {
      expect(await members[by].ask('POST', `/api/commands/${name}`, { commandId, data })).toMatchObject({ status: 200, body: { repeated: true } });
    }
    await server.stop();
    await compareWithRebuild();
  },
  60_000 + ROUNDS * 10_000,
);

async function compareWithRebuild(): Promise<void> {
  const reader = openSqliteReader(join(server.dataDir, 'events.sqlite'));
  await reader.close();
  const store = openSqliteStore({ path: join(server.dataDir, 'events.sqlite'), ledgerCategories });
  expect(await store.checkIntegrity()).toEqual([]);
  const path = join(server.dataDir, 'rebuilt.sqlite');
  const rebuilt = openSqliteReadStore({ path });
  const runner = createRunner({ store, readStore: rebuilt, projections });
  runner.start();
  await runner.caughtUp();
  await runner.stop();
  rebuilt.close();
  await store.close();
  const documents = (file: string) => {
    const db = new DatabaseSync(file, { readOnly: true });
    const rows = db
      .prepare(
        `SELECT s.name, d.key, s.audience, p.name AS topic, d.sort, d.version, d.since, t.body FROM document d JOIN series s ON s.id = d.kind
           JOIN series p ON p.id = d.topic LEFT JOIN text t ON t.id = d.text ORDER BY s.name, d.key, s.audience`,
      )
      .all();
    db.close();
    return rows;
  };
  const served = documents(join(server.dataDir, 'read.sqlite'));
  expect(served.length).toBeGreaterThan(100);
  expect(documents(path)).toEqual(served);
}
