import { z } from 'zod';
import { type CalendarDate, calendarDate, commandId, type Decider, type DomainEvent, digest, organisationId, refuse } from '../kernel/index.ts';
import { positiveText } from '../money/index.ts';
import type { Allotment, QuotaCommand } from './commands.ts';
import { basis, type LedgerId, ledgerId, ledgerKey, pool } from './words.ts';

/** Rows of one import (ER-3). */
export const QUOTA_ROWS = 500;

const row = z.strictObject({ ...ledgerId.shape, pool, amount: positiveText, on: calendarDate, basis, note: z.string().trim().max(500) });
export type QuotaRow = z.infer<typeof row>;

/** The one event of `intake-<command>` of quotas: a file was brought in, all of it or nothing; each row goes on to its ledger. */
export const quotaIntakeEvents = {
  QuotasImported: z.strictObject({
    intake: commandId,
    by: organisationId,
    file: z.strictObject({ digest, name: z.string().max(200) }),
    rows: z.array(row).min(1).max(QUOTA_ROWS),
  }),
};
export type QuotaIntakeEvent = DomainEvent<'QuotasImported', z.infer<typeof quotaIntakeEvents.QuotasImported>>;

export interface ImportQuotas extends Pick<QuotaIntakeEvent['data'], 'intake' | 'by' | 'file' | 'rows'> {
  readonly type: 'import-quotas';
  readonly today: CalendarDate;
}

export const quotaIntakeDecider: Decider<ImportQuotas, { readonly done: boolean }, QuotaIntakeEvent> = {
  initial: { done: false },
  decide({ type: _, today, ...data }, { done }) {
    if (done) return refuse('QUOTAS_IMPORTED', { intake: data.intake });
    const early = data.rows.find(({ on }) => on > today);
    return early ? refuse('QUOTA_NOT_YET', { on: early.on, today }) : [{ type: 'QuotasImported', data }];
  },
  evolve: () => ({ done: true }),
};

/** Into each ledger its rows, in the order of the file. */
export function toLedgers({ data }: QuotaIntakeEvent, today: CalendarDate): readonly Extract<QuotaCommand, { type: 'allot-quota' }>[] {
  const ledgers = new Map<string, { ledger: LedgerId; allotments: Allotment[] }>();
  for (const { zone, year, resource, ...allotment } of data.rows) {
    const ledger = { zone, year, resource };
    const found = ledgers.get(ledgerKey(ledger)) ?? { ledger, allotments: [] };
    found.allotments.push(allotment);
    ledgers.set(ledgerKey(ledger), found);
  }
  return [...ledgers.values()].map((each) => ({ type: 'allot-quota', ...each, today }));
}
