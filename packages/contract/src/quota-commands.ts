import { calendarDate, commandId, negotiationId, organisationId } from '@lianyu/domain/kernel';
import { positiveText } from '@lianyu/domain/money';
import { basis, ledgerId, pool } from '@lianyu/domain/resources';
import { z } from 'zod';
import { importedFile } from './imported-file.ts';

const reason = z.string().trim().min(1).max(500);
const words = z.string().trim().max(500);
/** In the smallest part of the resource's unit. */
const moved = { ...ledgerId.shape, amount: positiveText };

/** On a zone's quota of one resource in one year. */
export const quotaCommands = {
  'allot-quota': z.strictObject({ ...moved, pool, on: calendarDate, basis, note: words }),
  'reclaim-quota': z.strictObject({ ...moved, pool, on: calendarDate, basis, reason }),
  'reserve-quota': z.strictObject({ ...moved, pool, purpose: z.string().trim().min(1).max(200), agreement: negotiationId.optional() }),
  'release-quota': z.strictObject({ ...moved, reservation: commandId, reason }),
  'use-quota': z.strictObject({ ...moved, reservation: commandId, on: calendarDate, evidence: basis }),
  'return-used-quota': z.strictObject({ ...moved, reservation: commandId, on: calendarDate, reason }),
  /** To a partner, or back to who sent it: `returns` names the transfer that is given back. */
  'send-quota': z.strictObject({ ...moved, pool, to: organisationId, agreement: negotiationId.optional(), returns: commandId.optional(), words }),
  'accept-quota': z.strictObject({ ...ledgerId.shape, transfer: commandId }),
  'decline-quota': z.strictObject({ ...ledgerId.shape, transfer: commandId, reason }),
  /** All rows of a file that are not left out, all or none, each into its ledger. */
  'import-quotas': importedFile,
} as const;
