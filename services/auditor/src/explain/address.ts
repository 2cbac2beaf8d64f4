import { calendarDate, negotiationId } from '@lianyu/domain/kernel';
import { ledger } from '@lianyu/domain/settlement';
import { z } from 'zod';

/**
 * What a person names: `<agreement>/<clause>/<ledger>/<first day>/<subject>/<line>`, as the lists that `explain` prints have it.
 * A subject may have slashes of its own (`indicator/gdp`); fewer parts name everything below them.
 */
export interface Address {
  readonly agreement?: string | undefined;
  readonly clause?: string | undefined;
  readonly ledger?: 'official' | 'appraisal' | undefined;
  readonly from?: string | undefined;
  readonly subject?: string | undefined;
  readonly line?: number | undefined;
}

const parts = z.object({
  agreement: negotiationId.optional(),
  clause: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
    .optional(),
  ledger: ledger.optional(),
  from: calendarDate.optional(),
});

/** Undefined when the text is no such address. */
export function addressIn(text: string): Address | undefined {
  const [agreement, clause, which, from, ...rest] = text === '' ? [] : text.replace(/\/$/, '').split('/');
  const parsed = parts.safeParse({ agreement, clause, ledger: which, from });
  if (!parsed.success) return undefined;
  const last = rest.at(-1);
  const line = last !== undefined && /^\d{1,3}$/.test(last) ? Number(last) : undefined;
  const subject = (line === undefined ? rest : rest.slice(0, -1)).join('/');
  return { ...parsed.data, ...(subject === '' ? {} : { subject }), ...(line === undefined ? {} : { line }) };
}
