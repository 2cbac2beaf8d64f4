import { boundaryErrors, type ErrorBody, type ErrorCode, statusOf } from '@lianyu/contract/errors';
import type { RefusalData } from '@lianyu/domain/kernel';

/** An answer that is not a success, on its way to the error handler (ER-1). Data instead of prose. */
export class Problem extends Error {
  readonly code: ErrorCode;
  readonly data: RefusalData;

  constructor(code: ErrorCode, data: RefusalData = {}, cause?: unknown) {
    super(code, { cause });
    this.name = 'Problem';
    this.code = code;
    this.data = data;
  }

  get status(): number {
    return statusOf(this.code);
  }

  /** Whether it is logged as an error: a refusal of the rules never is. */
  get reported(): boolean {
    return Object.entries(boundaryErrors).some(([code, { reported }]) => code === this.code && reported);
  }

  body(requestId: string): ErrorBody {
    return { error: { code: this.code, data: { ...this.data }, requestId } };
  }
}

/** `throw problem('NOT_FOUND')` */
export function problem(code: ErrorCode, data: RefusalData = {}): Problem {
  return new Problem(code, data);
}
