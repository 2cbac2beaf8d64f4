import type { Film } from '@lianyu/contract';
import type { Row } from '@lianyu/contract/live';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { organisations, other, own } from '../agreements/testing/agreement.fixtures.ts';
import { type FakeRow, fakeLive } from '../agreements/testing/fake-live.tsx';
import { answerWith, meOf, pageAt } from '../agreements/testing/show.tsx';
import { PreferencesProvider } from '../theme/preferences.tsx';

vi.mock('../live/index.ts', () => import('../agreements/testing/fake-live.tsx'));
const { Component: Wall } = await import('../wall/wall.tsx');
const { Component: FilmPage } = await import('./film.tsx');

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const instantOf = (minute: number) => new Date(Date.now() - 3_600_000 + minute * 60_000).toISOString();
const day = (instant: string) => instant.slice(0, 10);
const agreement = (n: number, stage: string) => ({
  kind: 'agreement-row',
  key: id(n),
  body: { id: id(n), stage, parties: [own, other], beganOn: '2026-01-01', lastMoveOn: n === 1 ? '2026-01-01' : day(instantOf(0)), search: '' },
});
const happened = (n: number, kind: string, minute: number) => ({
  kind: 'activity',
  key: `${id(n)}/${minute}`,
  body: { negotiation: id(n), at: instantOf(minute), kind, parties: [own, other] },
});
const member = { ...meOf(own), roles: ['analyst' as const], organisationKind: 'audit' as const };

/** One hour: a negotiation stands still, another begins and comes to signing. */
const opening: FakeRow[] = [agreement(1, 'negotiating')];
const hour: readonly (readonly [number, readonly FakeRow[]])[] = [
  [10, [agreement(2, 'negotiating'), happened(2, 'began', 10)]],
  [20, [agreement(2, 'clearing'), happened(2, 'clearing', 20)]],
  [30, [agreement(2, 'signing'), happened(2, 'signing', 30)]],
];

function filmOfTheHour(): Film {
  let version = 0;
  const rowOf = ({ kind, key, body }: FakeRow): Row => {
    version += 1;
    const sort = kind === 'activity' ? (body as { at: string }).at : key;
    return { kind, key, audience: 'overview', topic: kind === 'activity' ? 'activity' : 'agreements', sort, version, body } as Row;
  };
  const frames = hour.map(([minute, rows]) => ({ at: instantOf(minute), deltas: rows.map((row) => ({ op: 'put' as const, row: rowOf(row) })) }));
  return { from: instantOf(0), until: instantOf(60), opening: opening.map(rowOf), frames, cut: false } as unknown as Film;
}

const PARTS = ['.wall-figures', '.stream', '.map', '.composition', '.intervene', '.ahead'];
const picture = () => PARTS.map((part) => document.querySelector(part)?.textContent ?? `no ${part}`).join('\n');
const nothing = { rows: [], cursor: 'x'.repeat(70), more: false };

beforeEach(() => {
  fakeLive.reset();
  fakeLive.show(
    'organisations',
    organisations.map((each) => ({ kind: 'organisation', key: each.id, body: each })),
  );
  fakeLive.show('coordination', []);
});

test('TM-12 the film of an hour ends in the same picture as the live wall, and each step before shows less', async () => {
  answerWith({ '/api/deadlines': () => ({ body: nothing }), '/api/film': () => ({ body: filmOfTheHour() }) });
  fakeLive.show('agreements', [agreement(2, 'signing'), agreement(1, 'negotiating')]);
  fakeLive.show('activity', [happened(2, 'signing', 30), happened(2, 'clearing', 20), happened(2, 'began', 10)]);
  const shown = (address: string, component: React.ReactNode) =>
    render(<PreferencesProvider>{pageAt(address, address.split('?')[0] ?? '', component, member).element}</PreferencesProvider>);
  const live = await shown('/wall', <Wall />);
  await expect.element(page.getByText('需要关注')).toBeVisible();
  const lived = picture();
  await live.unmount();

  await shown('/film', <FilmPage />);
  await expect.element(page.getByText('第 3 步，共 3 步', { exact: false })).toBeVisible();
  expect(picture()).toBe(lived);
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(page.getByText('第 2 步，共 3 步', { exact: false })).toBeVisible();
  expect(picture()).not.toBe(lived);
  await userEvent.keyboard('{Home}');
  await expect.element(page.getByText('第 1 步，共 3 步', { exact: false })).toBeVisible();
  await userEvent.keyboard('{End}');
  await expect.element(page.getByText('第 3 步，共 3 步', { exact: false })).toBeVisible();
  expect(document.querySelector('.stream')?.textContent).toContain('签');
});
