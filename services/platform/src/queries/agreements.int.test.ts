import { rows as answered } from '@lianyu/contract';
import { readTable, type Table } from '@lianyu/exchange';
import { agreementRow } from '@lianyu/projections/folds';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Asking } from '../asking.fixtures.ts';
import { TestPlatform } from '../platform.fixtures.ts';
import { tabled, XIAN } from '../walk.fixtures.ts';

const platform = new TestPlatform();
const asking = new Asking(platform);
const OFFICE = 'coordination-office.coordinator';

beforeAll(async () => {
  await platform.play();
  await tabled(platform, '清单筛选');
  await platform.settled();
});
afterAll(() => platform.close());

async function listed(who: string, query = '') {
  const answer = await asking.get(who, `/api/agreements?limit=200&${query}`);
  expect(answer.status).toBe(200);
  return answered.parse(answer.json()).rows.map(({ body }) => agreementRow.parse(body));
}
const ids = (rows: readonly { id: string }[]) => [...new Set(rows.map(({ id }) => id))].sort();

test('PR-4 AG-52 the list is narrowed by party, region, days, state and words at once, never beyond what its reader has', async () => {
  for (const who of [XIAN.officer, OFFICE]) {
    const all = await listed(who);
    const with_ = (party: string) => all.filter(({ parties }) => parties.includes(party as never));
    expect(with_('bayannur-etdz').length).toBeGreaterThan(0);
    expect(ids(await listed(who, 'party=bayannur-etdz'))).toEqual(ids(with_('bayannur-etdz')));
    expect(await listed(who, 'party=nobody-etdz')).toEqual([]);
    const days = all.map(({ lastMoveOn }) => lastMoveOn).sort();
    const [middle = ''] = days.slice(Math.floor(days.length / 2));
    expect(ids(await listed(who, `from=${middle}&to=${middle}`))).toEqual(ids(all.filter(({ lastMoveOn }) => lastMoveOn === middle)));
    const shaanxi = await listed(who, 'region=61');
    expect(ids(shaanxi)).toEqual(expect.arrayContaining(ids(with_('xian-etdz'))));
    expect(await listed(who, 'region=61&party=bayannur-etdz')).toEqual([]);
    expect(await listed(who, 'region=99')).toEqual([]);
    const signing = all.filter(({ stage, parties }) => stage === 'in-force' && parties.includes('xian-etdz' as never));
    expect(ids(await listed(who, 'party=xian-etdz&stage=in-force'))).toEqual(ids(signing));
  }
  for (const wrong of ['region=6', 'region=6x', 'from=2026-02-30', 'party=%27%20OR', 'nothing=1'])
    expect((await asking.get(XIAN.officer, `/api/agreements?${wrong}`)).code()).toBe('INPUT_INVALID');
});

test('AG-52 IO-5 the list leaves as a sheet and as text, narrowed the same, with what its reader may know and no more', async () => {
  const all = await listed(XIAN.officer, 'party=bayannur-etdz');
  for (const format of ['csv', 'xlsx']) {
    const answer = await asking.get(XIAN.officer, `/api/agreements/export.${format}?language=zh&party=bayannur-etdz`);
    expect(answer.status).toBe(200);
    const { rows } = (await readTable(answer.bytes)) as Table;
    const texts = rows.map(({ cells }) => cells.map((cell) => ('text' in cell ? cell.text : '')));
    for (const { id, title } of all) {
      const line = texts.find((each) => each.includes(id));
      if (title) expect(line).toContain(title.zh);
      expect(line?.join()).toContain('巴彦淖尔');
    }
  }
  const office = await asking.get(OFFICE, '/api/agreements/export.csv?language=zh');
  // Of what is negotiated the office has parties, state and dates (AZ-2).
  expect(office.body).toContain('磋商中');
  expect(office.body).not.toContain('试验协议');
});
