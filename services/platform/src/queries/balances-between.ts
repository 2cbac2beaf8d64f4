import type { Balances, balancesQuery } from '@lianyu/contract';
import type { Documents } from '@lianyu/projections';
import { ledgerEntry } from '@lianyu/projections/folds';
import type { z } from 'zod';
import type { Viewer } from '../access/viewer.ts';
import { balancesOf } from '../settlement/balances.ts';
import { everyDocument, present } from './every.ts';

/** Entries that are added up at once, each way (ER-3). */
const MOST = 20_000;

/** What an organisation (the viewer's, if none is named) and others owe each other, as far as the viewer may read the entries. */
export function balancesBetween(
  readStore: Pick<Documents, 'list'>,
  viewer: Viewer,
  asked: Pick<z.infer<typeof balancesQuery>, 'organisation' | 'with'>,
): Balances {
  const { organisation = viewer.organisation, with: other } = asked;
  const ways = [present({ from: organisation, to: other }), present({ from: other, to: organisation })];
  const found = ways.map((where) => everyDocument(readStore, viewer, { kind: 'ledger-entry', where }, MOST));
  const entries = found.flatMap(({ documents }) => documents.map(({ body }) => ledgerEntry.parse(body)));
  return { pairs: [...balancesOf(entries)], more: found.some(({ more }) => more) };
}
