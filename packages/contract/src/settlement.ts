import { calendarDate, digest, negotiationId, organisationId } from '@lianyu/domain/kernel';
import { positiveText, wholeText } from '@lianyu/domain/money';
import {
  figureContent,
  ledger,
  milestoneContent,
  resolutionEffect,
  resolver,
  sourceDocument,
  statementPart,
  voucher,
} from '@lianyu/domain/settlement';
import { z } from 'zod';
import { importedFile } from './imported-file.ts';

const reason = z.string().trim().min(1).max(2000);
const number = z.number().int().min(1).max(1_000_000);
const agreement = { agreement: negotiationId };
const onReport = { ...agreement, kind: z.enum(['figure', 'milestone']), number };
/** One clause of one agreement in one ledger. */
const onAccount = { ...agreement, clause: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/), ledger };
/** `period` is its first day; `basis` the digest of the statement on the screen. */
const onStatement = { ...onAccount, period: calendarDate, basis: digest };
const onMatter = { ...onAccount, matter: number };
const onPayment = { ...onAccount, payment: number };
const hop = z.number().int().min(0).max(8);
const documents = z.array(sourceDocument).max(10);

/**
 * Commands of settlement. Amounts are whole numbers of a unit's smallest part as strings (fen for money). A document is named
 * by the hash that `POST /api/files` answered.
 */
export const settlementCommands = {
  /** Up to 1,000 at once, all or none. `restates` names the figure that this one corrects. */
  'report-figures': z.strictObject({
    ...agreement,
    figures: z
      .array(z.strictObject({ figure: figureContent, restates: z.strictObject({ supersedes: number, reason }).optional() }))
      .min(1)
      .max(1_000),
  }),
  /** All rows of a file that are not left out, as one report: all or none. Refused with the lines when one cannot be read. */
  'import-figures': z.strictObject({ ...agreement, ...importedFile.shape }),
  'report-milestone': z.strictObject({ ...agreement, milestone: milestoneContent.omit({ project: true }) }),
  /** What the other party reported; all or none. */
  'confirm-reports': z.strictObject({ ...agreement, figures: z.array(number).max(1_000), milestones: z.array(number).max(1_000) }),
  'question-report': z.strictObject({ ...onReport, reason }),
  'answer-question': z.strictObject({ ...onReport, answer: reason }),
  /** Of what all have confirmed it takes the others' confirmation. */
  'withdraw-report': z.strictObject({ ...onReport, reason }),
  'confirm-withdrawal': z.strictObject(onReport),
  'decline-withdrawal': z.strictObject({ ...onReport, reason }),

  /** The earliest period without an adopted statement; `basis` is what the preview answered. Computed anew by the server. */
  'propose-statement': z.strictObject({ ...onStatement, note: z.string().trim().max(2000) }),
  'confirm-statement': z.strictObject(onStatement),
  /** Confirms all lines but these. `line` is its place in the part of that subject, from zero; `claimed` what it should be. */
  'dispute-statement': z.strictObject({
    ...onStatement,
    disputes: z
      .array(
        z.strictObject({
          subject: statementPart.shape.subject,
          line: z.number().int().min(0).max(399),
          claimed: wholeText,
          /** At whose cost, or to whose gain; with two parties the other one, and may be left out. */
          against: organisationId.optional(),
          reason,
          documents,
        }),
      )
      .min(1)
      .max(100),
  }),
  'withdraw-statement': z.strictObject({ ...onStatement, reason }),

  'withdraw-dispute': z.strictObject({ ...onAccount, dispute: number, reason }),
  /**
   * What the line is to be worth, who resolved it, and on what basis; takes effect when the other parties agree to the matter.
   * `effect`: whether it stands whatever is computed later, or anticipates a figure that is to be corrected.
   */
  'propose-resolution': z.strictObject({
    ...onAccount,
    dispute: number,
    amount: wholeText,
    by: resolver,
    effect: resolutionEffect,
    basis: z.strictObject({ text: reason, documents, resolvedOn: calendarDate }),
  }),
  'propose-year-closing': z.strictObject({ ...onAccount, year: z.number().int().min(1990).max(2200) }),
  'propose-winding-up': z.strictObject({ ...onAccount, lastDay: calendarDate, reason }),
  'propose-closing': z.strictObject({ ...onAccount, note: z.string().trim().max(2000) }),
  'agree-to-matter': z.strictObject(onMatter),
  'reject-matter': z.strictObject({ ...onMatter, reason }),

  /** The payer's word on the first hop: at most what is owed and not on its way yet. */
  'record-payment': z.strictObject({ ...onAccount, to: organisationId, amount: positiveText, voucher }),
  'record-payment-hop': z.strictObject({ ...onPayment, hop, voucher }),
  /** By another party than recorded it; the last hop by the payee, if it is a party. */
  'confirm-payment-hop': z.strictObject({ ...onPayment, hop }),
  'reject-payment-hop': z.strictObject({ ...onPayment, hop, reason }),
  'withdraw-payment': z.strictObject({ ...onPayment, reason }),
} as const;
