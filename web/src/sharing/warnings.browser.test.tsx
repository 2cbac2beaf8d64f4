import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { organisations, other, own } from '../agreements/testing/agreement.fixtures.ts';
import { fakeLive } from '../agreements/testing/fake-live.tsx';
import { meOf, pageAt } from '../agreements/testing/show.tsx';
import { agreedTerm } from './testing/term.fixtures.ts';

vi.mock('../live/index.ts', () => import('../agreements/testing/fake-live.tsx'));
const { TermWarnings } = await import('./warnings.tsx');

async function shown(kind: 'zone' | 'company'): Promise<void> {
  fakeLive.reset();
  const bodies = organisations.map((each) => (each.id === other ? { ...each, profile: { ...each.profile, kind } } : each));
  fakeLive.show(
    'organisations',
    bodies.map((each) => ({ kind: 'organisation', key: each.id, body: each })),
  );
  await render(pageAt('/', '/', <TermWarnings term={agreedTerm(own, other)} />, meOf(own)).element);
}

test('SH-13 terms that pass a share of tax on to a company say so, and where', async () => {
  await shown('company');
  await expect.element(page.getByText('公平竞争审查', { exact: true })).toBeInTheDocument();
  await expect.element(page.getByText(/所在：\s*分享比例 · /)).toBeInTheDocument();
  await expect.element(page.getByText(/bands/)).not.toBeInTheDocument();
});

test('SH-13 between zones nothing is said', async () => {
  await shown('zone');
  await expect.element(page.getByRole('note')).not.toBeInTheDocument();
});
