import { type ErrorCode, errorBody } from '@lianyu/contract/errors';
import type { z } from 'zod';

/** An answer that is not a success. `code` is translated; `requestId` helps whoever reads the server's log. */
export class ApiError extends Error {
  readonly code: ErrorCode | 'OFFLINE' | 'ANSWER_UNREADABLE';
  readonly data: Readonly<Record<string, unknown>>;
  readonly requestId: string | undefined;

  constructor(code: ApiError['code'], data: Readonly<Record<string, unknown>> = {}, requestId?: string) {
    super(code);
    this.name = 'ApiError';
    this.code = code;
    this.data = data;
    this.requestId = requestId;
  }
}

/** Asks the server; what it answers is parsed. @throws ApiError */
async function ask<Body>(method: string, path: string, schema: z.ZodType<Body>, body?: unknown): Promise<Body> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  } catch {
    throw new ApiError('OFFLINE');
  }
  const answer: unknown = response.status === 204 ? null : await response.json().catch(() => undefined);
  if (!response.ok) {
    const told = errorBody.safeParse(answer);
    if (!told.success) throw new ApiError(response.status >= 502 ? 'OFFLINE' : 'ANSWER_UNREADABLE', { status: response.status });
    const { code, data, requestId } = told.data.error;
    throw new ApiError(code as ErrorCode, data, requestId);
  }
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new ApiError('ANSWER_UNREADABLE', { path: parsed.error.issues[0]?.path.join('.') });
  return parsed.data;
}

export const get = <Body>(path: string, schema: z.ZodType<Body>) => ask('GET', path, schema);
export const post = <Body>(path: string, body: unknown, schema: z.ZodType<Body>) => ask('POST', path, schema, body);
export const put = <Body>(path: string, body: unknown, schema: z.ZodType<Body>) => ask('PUT', path, schema, body);
export const del = <Body>(path: string, schema: z.ZodType<Body>) => ask('DELETE', path, schema);
