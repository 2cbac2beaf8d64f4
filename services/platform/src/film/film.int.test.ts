import type { Film } from '@lianyu/contract';
import type { Row } from '@lianyu/contract/live';
import { type Instant, organisationId, toInstant } from '@lianyu/domain/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Asking } from '../asking.fixtures.ts';
import { TestPlatform } from '../platform.fixtures.ts';
import { confirmed, must, XIAN } from '../walk.fixtures.ts';

const platform = new TestPlatform();
const asking = new Asking(platform);
const OFFICE = 'coordination-office.coordinator';
const STRANGER = 'hohhot-etdz.officer';
const BEGINNING = '2000-01-01T00:00:00.000Z' as Instant;
let negotiation: string;

beforeAll(async () => {
  await platform.play();
  negotiation = await confirmed(platform, '影片');
  await must(
    platform.give(OFFICE, 'offer-coordination', {
      agreement: negotiation as never,
      kind: 'inquiry',
      to: [organisationId.parse('xian-etdz')],
      text: '-',
    }),
  );
});
afterAll(() => platform.close());

async function filmFor(who: string, from: Instant, until: Instant): Promise<Film> {
  const answer = await asking.get(who, `/api/film?from=${from}&until=${until}`);
  expect(answer.status).toBe(200);
  return answer.json() as Film;
}

/** The rows at the end of a film. */
function endOf({ opening, frames }: Film): Map<string, Pick<Row, 'sort' | 'topic' | 'body'>> {
  const rows = new Map<string, Pick<Row, 'sort' | 'topic' | 'body'>>();
  const identity = ({ kind, key, audience }: Pick<Row, 'kind' | 'key' | 'audience'>) => `${kind} ${key} ${audience}`;
  const put = (row: Row) => rows.set(identity(row), { sort: row.sort, topic: row.topic, body: row.body });
  opening.forEach(put);
  for (const { deltas } of frames)
    for (const delta of deltas) {
      if (delta.op === 'put') put(delta.row);
      else if (delta.op === 'remove') rows.delete(identity(delta));
    }
  return rows;
}

const now = () => toInstant(Date.parse(platform.platform.clock.now()) + 1_000);

test('TM-12 PR-1 a film ends with the documents that are served, wherever it begins, for each as today’s grants allow', async () => {
  for (const who of [OFFICE, XIAN.officer, STRANGER]) {
    const whole = await filmFor(who, BEGINNING, now());
    expect(whole.opening).toEqual([]);
    const end = endOf(whole);
    const documents = await Promise.all(['agreements', 'activity', 'coordination'].map((topic) => platform.documentsOf(who, topic)));
    const served = new Map(
      documents.flat().map(({ kind, key, audience, sort, topic, body }) => [`${kind} ${key} ${audience}`, { sort, topic, body }]),
    );
    expect(served.size).toBeGreaterThan(0);
    expect(new Map([...end].filter(([identity]) => !identity.startsWith('deadline ')))).toEqual(served);
    const middle = whole.frames[Math.floor(whole.frames.length / 2)]?.at ?? BEGINNING;
    const half = await filmFor(who, middle, now());
    expect(half.frames.length).toBeLessThan(whole.frames.length);
    expect(endOf(half)).toEqual(end);
  }
});

test('TM-12 LV-3 AZ-2 who may not know of a negotiation sees nothing of it in the film, the office no more than its stages', async () => {
  const words = JSON.stringify(await filmFor(STRANGER, BEGINNING, now()));
  expect(words).not.toContain(negotiation);
  const office = await filmFor(OFFICE, BEGINNING, now());
  expect(JSON.stringify(office)).not.toContain('影片');
  expect(JSON.stringify(office)).toContain(negotiation);
  for (const { deltas } of office.frames) expect(deltas.length).toBeGreaterThan(0);
});

test('TM-12 ER-2 a film has a beginning before its end', async () => {
  expect((await asking.get(OFFICE, `/api/film?from=${now()}&until=${BEGINNING}`)).code()).toBe('INPUT_INVALID');
  expect((await asking.get(OFFICE, '/api/film?from=yesterday&until=now')).code()).toBe('INPUT_INVALID');
});
