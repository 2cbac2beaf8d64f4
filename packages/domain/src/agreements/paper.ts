import { z } from 'zod';
import { type CalendarDate, calendarDate, digest } from '../kernel/index.ts';

/** When a paper was signed, as far as is known: a day, a month or a year, or not at all. */
export const signedOn = z.union([calendarDate, z.string().regex(/^(19|20)\d{2}(-(0[1-9]|1[0-2]))?$/), z.literal('unknown')]);
export type SignedOn = z.infer<typeof signedOn>;

/** The day, where it is known to the day. */
export function signedDay(signed: SignedOn): CalendarDate | undefined {
  return calendarDate.safeParse(signed).data;
}

/** What is known of an agreement that was signed on paper: when, under which number, and where that was read. */
export const paper = z.strictObject({
  signedOn,
  /** Its own number (文号), if it bears one. */
  documentNumber: z.string().trim().max(120),
  source: z.strictObject({
    citation: z.string().trim().min(1).max(500),
    /** Read in what is cited, read in part or second-hand, or not read. */
    verification: z.enum(['verified', 'partly', 'unverified']),
    /** What could not be read, or what was taken as given. */
    note: z.string().trim().max(1000),
  }),
});
export type Paper = z.infer<typeof paper>;

/** The scan of the paper: the hash of the file, as the vault keeps it, and its name. */
export const scan = z.strictObject({ digest, name: z.string().trim().min(1).max(200) });
export type Scan = z.infer<typeof scan>;
