import type { PeriodKnown } from '@lianyu/contract';
import type { CalendarDate } from '@lianyu/domain/kernel';
import type { AccountId } from '@lianyu/domain/settlement';
import type { EventStore } from '@lianyu/event-store';
import type { ReadStore } from '@lianyu/projections';
import { type AccountDocument, accountDocument } from '@lianyu/projections/folds';
import type { Viewer } from '../access/viewer.ts';
import type { Clock } from '../clock.ts';
import { problem } from '../http/index.ts';
import { periodOn, streamsOn } from './known.ts';

/** How much of an account a viewer is told. */
export interface Standing {
  readonly account: AccountDocument;
  readonly party: boolean;
  /** Single figures, not sums alone. */
  readonly singles: boolean;
}

/** Whoever has the account's document may ask; how much they are told follows from the key they have it under. @throws NOT_FOUND */
export function standingIn(
  readStore: Pick<ReadStore, 'get'>,
  { audiences, organisation }: Viewer,
  { agreement, clause, ledger }: AccountId,
): Standing {
  const document = readStore.get('settlement-account', `${agreement}/${clause}/${ledger}`, audiences);
  if (!document) throw problem('NOT_FOUND');
  const account = accountDocument.parse(document.body);
  const party = document.audience.includes(':');
  return { account, party, singles: party && account.readers.includes(organisation) };
}

interface Parts {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly clock: Clock;
}

/** A period as known at the end of a day, as far as the viewer is told; without a day, now. @throws NOT_FOUND */
export async function periodFor(
  { store, clock }: Parts,
  { singles }: Standing,
  id: AccountId,
  from: CalendarDate,
  on: CalendarDate | undefined,
): Promise<PeriodKnown> {
  const found = periodOn(id, await streamsOn(store, id, clock.now(), on), from, singles);
  if (!found) throw problem('NOT_FOUND');
  return found;
}
