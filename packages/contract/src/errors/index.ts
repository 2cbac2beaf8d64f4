import type { RefusalCode, RefusalData } from '@lianyu/domain/kernel';
import { z } from 'zod';

/** Errors that are not refusals of the rules: the boundary, the session, the machine. */
export const boundaryErrors = {
  INPUT_INVALID: { status: 400, reported: false }, // {path, problem}
  NOT_SIGNED_IN: { status: 401, reported: false },
  SIGN_IN_FAILED: { status: 401, reported: false },
  PASSWORD_WRONG: { status: 403, reported: false }, // signing asks for it again
  FORBIDDEN: { status: 403, reported: false }, // {action}
  ORIGIN_REFUSED: { status: 403, reported: false },
  NOT_FOUND: { status: 404, reported: false },
  METHOD_NOT_ALLOWED: { status: 405, reported: false },
  COMMAND_ID_REUSED: { status: 409, reported: false }, // the same id with other content or by someone else (CM-3)
  SIGN_IN_NAME_TAKEN: { status: 409, reported: false }, // {signInName}
  FILE_UNKNOWN: { status: 409, reported: false }, // {digest}: named as a source, and not put in by this organisation
  FILE_DIFFERS: { status: 409, reported: false }, // {digest}: what is said of the file, its type or its size, is not so
  FILE_TYPE_REFUSED: { status: 415, reported: false }, // {types}: by its content it is none of those that are taken
  // A file of figures that cannot be brought in
  FILE_TOO_LARGE: { status: 413, reported: false }, // {limit}: bytes, packed or inflated
  FILE_TOO_MANY: { status: 413, reported: false }, // {what, limit}: rows, columns, characters of a cell, entries
  FILE_EMPTY: { status: 422, reported: false },
  FILE_FORMAT_UNKNOWN: { status: 422, reported: false },
  FILE_FORMAT_OLD: { status: 422, reported: false }, // .xls, or under a password
  FILE_MALFORMED: { status: 422, reported: false }, // {problem, line?}
  FILE_SHEET_UNKNOWN: { status: 422, reported: false }, // {sheet}
  IMPORT_HEADER_MISSING: { status: 422, reported: false }, // {missing}: fields without a column
  IMPORT_COLUMN_TWICE: { status: 422, reported: false }, // {field, header}
  IMPORT_ROWS_TOO_MANY: { status: 422, reported: false }, // {limit}
  IMPORT_ROWS_REFUSED: { status: 422, reported: false }, // {lines, count}: the first lines that cannot be read; the dry run says why
  SEAL_KEY_MISSING: { status: 409, reported: false }, // {organisation}
  DRAFT_CHANGED: { status: 409, reported: false }, // {revision}
  WEBHOOK_ADDRESS_REFUSED: { status: 422, reported: false }, // {problem}: not a URL, not an allowed host, not https
  LIMIT_REACHED: { status: 409, reported: false }, // {what, limit}: an organisation keeps as many as it may
  CONFLICT: { status: 409, reported: true }, // decided again too often
  SET_UP_LINK_INVALID: { status: 410, reported: false },
  BODY_TOO_LARGE: { status: 413, reported: false }, // {limit}
  MEDIA_TYPE_UNSUPPORTED: { status: 415, reported: false },
  RATE_LIMITED: { status: 429, reported: false }, // {retryAfterSeconds}
  INTERNAL: { status: 500, reported: true },
  STORE_FULL: { status: 507, reported: true },
  NOT_READY: { status: 503, reported: false },
  STORE_UNAVAILABLE: { status: 503, reported: true }, // what was asked for may have been done: the same command id finds out
  LIVE_PROTOCOL_UNSUPPORTED: { status: 400, reported: false },
} as const;
export type BoundaryCode = keyof typeof boundaryErrors;
export type ErrorCode = BoundaryCode | RefusalCode;

/** A refusal of the rules is the state of affairs against the wish: 409, but for what does not exist for the asker. */
export function statusOf(code: ErrorCode): number {
  if (code in boundaryErrors) return boundaryErrors[code as BoundaryCode].status;
  return code.endsWith('_UNKNOWN') ? 404 : code === 'CONTENT_INVALID' ? 422 : 409;
}

/** The body of every answer that is not a success. Prose is the user interface's, by code. */
export const errorBody = z.strictObject({
  error: z.strictObject({ code: z.string(), data: z.record(z.string(), z.unknown()), requestId: z.string() }),
});
export type ErrorBody = z.infer<typeof errorBody>;
export type ErrorData = RefusalData;
