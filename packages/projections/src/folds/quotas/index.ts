import { isQuotaEvent } from '@lianyu/domain/events';
import { appended, beijingDate, emptyNumbered, entriesOf, type Numbered, type Recorded, whoActed } from '@lianyu/domain/kernel';
import { type Accounts, type LedgerId, ledgerKey, postingOf, type QuotaEvent, type QuotaState, quotaDecider } from '@lianyu/domain/resources';
import { madeOnce } from '../made-once.ts';
import type { Audience, Document, Projection } from '../projection.ts';
import type { QuotaBalances, QuotaEntry, QuotaHoldings, QuotaLedger } from './schemas.ts';

interface Ledger {
  readonly quota: QuotaState;
  readonly entries: Numbered<QuotaEntry>;
}

/** Ledgers of quotas for the zone itself, the office and auditors; each entry stands with its event (MN-3). */
export const quotas: Projection<Ledger> = {
  name: 'quotas',
  version: 1,
  categories: ['quota'],
  keyOf: (recorded) => (isQuotaEvent(recorded) ? ledgerKey(recorded.event.data) : undefined),
  initial: { quota: quotaDecider.initial, entries: emptyNumbered },
  evolve(state, recorded) {
    if (!isQuotaEvent(recorded)) return state;
    const quota = quotaDecider.evolve(state.quota, recorded);
    return { quota, entries: appended(state.entries, entryOf(recorded, quota, state.entries.size + 1)) };
  },
  documents({ quota, entries }, key): readonly Document[] {
    const { id } = quota;
    const all = entriesOf(entries);
    const last = all.at(-1);
    if (!id || !last) return [];
    const readers: readonly Audience[] = [`organisation:${id.zone}`, 'signed'];
    const row: QuotaLedger = {
      ...id,
      pools: both(quota),
      entries: all.length,
      waiting: waitingIn(quota),
      lastAt: last.at,
      search: key.toLowerCase(),
    };
    const holdings = holdingsOf(id, quota);
    return readers.flatMap((audience): Document[] => [
      { kind: 'quota-ledger', key, audience, topic: 'quotas', sort: `${id.year}/${id.zone}/${id.resource}`, body: row },
      { kind: 'quota-holdings', key, audience, topic: `quota/${key}`, sort: '', body: holdings },
      ...all.map((entry) => documentOf(entry, key, audience)),
    ]);
  },
};

function documentOf(entry: QuotaEntry, key: string, audience: Audience): Document {
  return madeOnce(entry, audience, () => {
    const number = entry.number.toString().padStart(5, '0');
    const { member, ...shared } = entry;
    const body = audience === 'signed' || member === undefined ? shared : { ...shared, member };
    return { kind: 'quota-entry', key: `${key}/${number}`, audience, topic: `quota/${key}`, sort: number, body };
  });
}

function entryOf({ id: event, event: { type, data }, metadata }: Recorded<QuotaEvent>, quota: QuotaState, number: number): QuotaEntry {
  const { zone, year, resource, pool, amount } = data;
  const [from, to] = postingOf({ type }) ?? [];
  const { member } = whoActed(metadata.actor);
  const basis = 'basis' in data ? data.basis : 'evidence' in data ? data.evidence : undefined;
  const partner = 'from' in data ? data.from : 'to' in data ? data.to : undefined;
  return {
    zone,
    year,
    resource,
    number,
    event,
    type,
    at: metadata.recordedAt,
    on: 'on' in data ? data.on : beijingDate(metadata.recordedAt),
    pool,
    amount,
    ...(from && to ? { from, to } : {}),
    after: balancesOf(quota.pools[pool]),
    words: wordsOf(data),
    ...(partner === undefined ? {} : { partner }),
    ...(basis === undefined ? {} : { basis }),
    ...(member === undefined ? {} : { member }),
  };
}

const wordsOf = (data: QuotaEvent['data']): string =>
  'reason' in data ? data.reason : 'purpose' in data ? data.purpose : 'words' in data ? data.words : 'note' in data ? data.note : '';

const both = ({ pools }: QuotaState) => ({ ordinary: balancesOf(pools.ordinary), listed: balancesOf(pools.listed) });

function balancesOf({ authority, available, reserved, used, inTransit, partners }: Accounts): QuotaBalances {
  const text = (amount: bigint) => amount.toString();
  return {
    allotted: text(-authority),
    available: text(available),
    reserved: text(reserved),
    used: text(used),
    inTransit: text(inTransit),
    partners: text(partners),
  };
}

const waitingIn = ({ transfers }: QuotaState) => [...transfers.values()].filter(({ phase }) => phase === 'arrived').length;

function holdingsOf(id: LedgerId, { reservations, transfers }: QuotaState): QuotaHoldings {
  return {
    ...id,
    reservations: [...reservations.values()]
      .map(({ agreement, reserved, used, ...rest }) => ({
        ...rest,
        reserved: reserved.toString(),
        used: used.toString(),
        ...(agreement === undefined ? {} : { agreement }),
      }))
      .reverse(),
    transfers: [...transfers.values()]
      .map(({ agreement, returns, amount, givenBack, ...rest }) => ({
        ...rest,
        amount: amount.toString(),
        givenBack: givenBack.toString(),
        ...(agreement === undefined ? {} : { agreement }),
        ...(returns === undefined ? {} : { returns }),
      }))
      .reverse(),
  };
}
