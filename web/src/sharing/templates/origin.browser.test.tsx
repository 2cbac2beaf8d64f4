import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { own } from '../../agreements/testing/agreement.fixtures.ts';
import { meOf, pageAt } from '../../agreements/testing/show.tsx';
import { TemplateOrigin } from './origin.tsx';

const shown = (begun: string | undefined) => render(pageAt('/', '/', <TemplateOrigin begun={begun} />, meOf(own)).element);

test('RD-1 a term says which template it was begun with, and how far its document was read', async () => {
  await shown('m3-zibo-city/0');
  await expect.element(page.getByText('部分核实', { exact: true })).toBeInTheDocument();
  await expect.element(page.getByText(/M3/)).toBeInTheDocument();
});

test('RD-1 a term that was begun with none says nothing', async () => {
  await shown(undefined);
  await expect.element(page.getByText(/核实/)).not.toBeInTheDocument();
});
