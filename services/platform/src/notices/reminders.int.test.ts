import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deadlineKind, isDated, remindersOf } from '@lianyu/domain/deadlines';
import { addDays, type CalendarDate } from '@lianyu/domain/kernel';
import type { Change, ServedDocument } from '@lianyu/projections';
import type { Audience, DeadlineDocument } from '@lianyu/projections/folds';
import { openVault, type Vault } from '@lianyu/vault';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { SetClock } from '../clock.ts';
import { createReminders } from './reminders.ts';

const folder = mkdtempSync(join(tmpdir(), 'lianyu-reminders-'));
let opened = 0;
const vaults: Vault[] = [];
const cost = { memory: 8, passes: 1, lanes: 1 };
const freshVault = () => {
  opened += 1;
  const vault = openVault({ path: join(folder, `${opened}.sqlite`), filesPath: join(folder, 'files'), keyFile: join(folder, `key-${opened}`), cost });
  vaults.push(vault);
  return vault;
};
const vault = freshVault();
afterAll(() => {
  for (const each of vaults) each.close();
  rmSync(folder, { recursive: true, force: true });
});

const DAY = '2026-06-15' as CalendarDate;
const party = 'a-zone';
let story = 0;

/** One deadline as its three readers have it. */
function documentsOf(kind: DeadlineDocument['kind'], on: CalendarDate, open: boolean): readonly ServedDocument[] {
  const agreement = `${String(story).padStart(8, '0')}-1111-4111-8111-111111111111` as DeadlineDocument['agreement'];
  return (['organisation:a-zone', 'organisation:b-zone', 'signed'] as Audience[]).map((audience) => {
    const body: DeadlineDocument = {
      id: 'one',
      kind,
      who: [party as never],
      on,
      provisional: false,
      rule: { code: 'proposal' },
      setBy: '00000000-0000-4000-8000-000000000000' as never,
      ...(open ? {} : { outcome: { how: 'done', on: DAY, by: '00000000-0000-4000-8000-000000000000' as never } }),
      agreement,
      title: { zh: '试', en: '' },
      month: on.slice(0, 7),
      open,
      duty: !['expire', 'take-force'].includes(kind),
      ours: audience === 'organisation:a-zone',
      search: '',
    };
    return { kind: 'deadline', key: `${agreement}/one`, audience, topic: 'deadlines', sort: on, body, version: 1, json: '' };
  });
}

/** What documents there are now, and how the feed tells of changes. */
class Documents {
  all: readonly ServedDocument[] = [];
  #changes: Change[] = [];
  put(documents: readonly ServedDocument[]) {
    this.all = documents;
    for (const document of documents) this.#changes.push({ seq: this.#changes.length + 1, op: 'put', document });
  }
  feed = () => ({ epoch: `story-${story}`, seq: this.#changes.length });
  changes = (after: number) => this.#changes.slice(after);
  list = ({ kind, audiences, where }: { kind: string; audiences: readonly Audience[]; where?: object }) => {
    const zones = ['a-zone', 'b-zone'].map((key) => ({
      kind: 'organisation',
      key,
      audience: 'everyone',
      topic: '',
      sort: '',
      body: {},
      version: 1,
      json: '',
    }));
    const found = this.all.filter((each) => audiences.includes(each.audience) && (!where || (each.body as DeadlineDocument).open));
    return { documents: (kind === 'organisation' ? zones : found) as ServedDocument[], at: this.feed() };
  };
}

const given = (audience: string) =>
  vault
    .notices({ member: '00000000-0000-4000-8000-000000000001' as never, audiences: [audience], limit: 1_000 })
    .filter(({ id }) => id.includes(`${String(story).padStart(8, '0')}-1111`))
    .map(({ id, lead }) => ({ id, lead: lead ?? 0 }))
    .reverse();

const kinds = deadlineKind.options;
/** What happens next: days go by (or back), the server is started anew, the deadline moves, or it is done. */
const happening = fc.oneof(
  { weight: 8, arbitrary: fc.record({ what: fc.constant('pass' as const), days: fc.integer({ min: 0, max: 12 }) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('pass' as const), days: fc.integer({ min: -15, max: 60 }) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('restart' as const), days: fc.constant(0) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('move' as const), days: fc.integer({ min: -5, max: 20 }) }) },
);

test('TM-6 through restarts, downtimes and clocks that go back every reminder of a day is given at most once, ever more urgent, and an open day that is over is told of', async () => {
  let fired = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...kinds), fc.array(happening, { minLength: 5, maxLength: 30 }), async (kind, happenings) => {
      story += 1;
      const clock = new SetClock();
      const documents = new Documents();
      let today = addDays(DAY, -50);
      let on: CalendarDate = DAY;
      const days = new Set([on]);
      const stand = () => clock.set(Date.parse(`${today}T04:00:00.000Z`));
      const start = () => createReminders({ readStore: documents, vault, clock });
      stand();
      documents.put(documentsOf(kind, on, true));
      let reminders = start();
      for (const { what, days: count } of [...happenings, { what: 'pass' as const, days: 150 }]) {
        if (what === 'restart') reminders = start();
        if (what === 'move') {
          on = addDays(on, count);
          days.add(on);
          documents.put(documentsOf(kind, on, true));
        }
        if (what === 'pass') today = addDays(today, count);
        stand();
        await reminders.tick();
        await reminders.tick();
      }
      for (const [audience, told] of [
        ['organisation:a-zone', 'own'],
        ['organisation:b-zone', 'other'],
        ['signed', 'office'],
      ] as const) {
        const notices = given(audience);
        fired += notices.length;
        expect(new Set(notices.map(({ id }) => id)).size).toBe(notices.length);
        for (const day of days) {
          const leads = notices.filter(({ id }) => id.includes(`/${day}/`)).map(({ lead }) => lead);
          expect(leads).toEqual([...leads].sort((one, other) => other - one));
        }
        // After the last jump, far past the day: what stands open is told of as the last word there is, and what is merely dated no more.
        const expected = remindersOf(kind, told).at(-1);
        const last = notices.filter(({ id }) => id.includes(`/${on}/`)).at(-1);
        if (isDated(kind)) expect(last?.lead ?? 0).toBeGreaterThanOrEqual(0);
        else if (expected) expect(last?.lead).toBe(expected.lead);
        else expect(last).toBeUndefined();
      }
    }),
    { numRuns: 60 },
  );
  expect(fired).toBeGreaterThan(100);
});

test('TM-6 day by day all reminders come, each on its day; once it is done no more', async () => {
  story += 1;
  const clock = new SetClock();
  const documents = new Documents();
  documents.put(documentsOf('file', DAY, true));
  const reminders = createReminders({ readStore: documents, vault, clock });
  for (let left = 40; left >= -8; left -= 1) {
    clock.set(Date.parse(`${addDays(DAY, -left)}T04:00:00.000Z`));
    if (left === 2) {
      // Done meanwhile, and asked for again: nothing in between.
      documents.put(documentsOf('file', DAY, false));
      await reminders.tick();
      expect(given('organisation:a-zone').map(({ lead }) => lead)).toEqual([30, 14, 7, 3]);
      documents.put(documentsOf('file', DAY, true));
    }
    await reminders.tick();
  }
  expect(given('organisation:a-zone').map(({ lead }) => lead)).toEqual([30, 14, 7, 3, 1, 0, -1]);
  expect(given('organisation:b-zone').map(({ lead }) => lead)).toEqual([-1]);
  expect(given('signed').map(({ lead }) => lead)).toEqual([-5]);
});
