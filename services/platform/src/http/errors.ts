import { EventStoreError } from '@lianyu/event-store';
import { VaultError } from '@lianyu/vault';
import { errorCodes, type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { httpLimits } from './limits.ts';
import { Problem } from './problem.ts';
import { inputInvalid } from './validation.ts';

/** Answers every error of every route with `errorBody` and nothing else (ER-1, ER-2). */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const told = problemOf(error);
  if (told.reported) request.log.error({ err: error, code: told.code }, 'a request failed');
  else request.log.debug({ code: told.code, data: told.data }, 'a request was refused');
  const seconds = told.data.retryAfterSeconds;
  if (typeof seconds === 'number') reply.header('retry-after', seconds);
  return reply
    .status(told.status)
    .header('x-request-id', request.id)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(told.body(request.id));
}

/** What an error is in the catalogue. Whatever is not known to be somebody else's fault is ours. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof VaultError) return ofVault(error);
  if (error instanceof EventStoreError) return ofEventStore(error);
  if (!(error instanceof Error)) return new Problem('INTERNAL', {}, error);
  if (hasZodFastifySchemaValidationErrors(error)) {
    const context = 'validationContext' in error ? String(error.validationContext) : 'request';
    return new Problem('INPUT_INVALID', inputInvalid(context === 'querystring' ? 'query' : context, error.validation), error);
  }
  if (isDiskFull(error)) return new Problem('STORE_FULL', {}, error);
  return isFastifyError(error) ? ofFastify(error) : new Problem('INTERNAL', {}, error);
}

function ofVault(error: VaultError): Problem {
  if (error.code === 'BUSY') return new Problem('RATE_LIMITED', { retryAfterSeconds: 1 }, error);
  if (error.code === 'LIMIT_REACHED') return new Problem('LIMIT_REACHED', error.data, error);
  if (error.code === 'SIGN_IN_NAME_TAKEN') return new Problem('SIGN_IN_NAME_TAKEN', error.data, error);
  return new Problem('INTERNAL', {}, error);
}

/** Commands meet a full store and a conflict before; what is left is that nobody answers, or a bug. */
function ofEventStore(error: EventStoreError): Problem {
  if (error.code === 'STORE_FULL') return new Problem('STORE_FULL', {}, error);
  return new Problem(error.code === 'STORE_UNAVAILABLE' ? 'STORE_UNAVAILABLE' : 'INTERNAL', {}, error);
}

function ofFastify(error: FastifyError): Problem {
  switch (error.code) {
    case new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE().code:
      return new Problem('BODY_TOO_LARGE', { limit: httpLimits.bodyBytes }, error);
    case new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE().code:
      return new Problem('MEDIA_TYPE_UNSUPPORTED', {}, error);
    case new errorCodes.FST_ERR_CTP_EMPTY_JSON_BODY().code:
    case new errorCodes.FST_ERR_CTP_INVALID_JSON_BODY().code:
      return new Problem('INPUT_INVALID', { path: 'body', problem: 'json' }, error);
    case new errorCodes.FST_ERR_CTP_INVALID_CONTENT_LENGTH().code:
      return new Problem('INPUT_INVALID', { path: 'headers.content-length', problem: 'length' }, error);
    case 'FST_ERR_BAD_URL':
      return new Problem('INPUT_INVALID', { path: 'url', problem: 'encoding' }, error);
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return new Problem('INPUT_INVALID', { path: 'url', problem: 'too_big', maximum: httpLimits.paramCharacters }, error);
    default:
      return ofStatus(error);
  }
}

/** Errors that a parser, the file server or the socket raised: theirs to say whether the sender was wrong. */
function ofStatus(error: FastifyError): Problem {
  const status = error.statusCode ?? 500;
  if (status === 404) return new Problem('NOT_FOUND', {}, error);
  if (status >= 400 && status < 500) return new Problem('INPUT_INVALID', { path: 'request', problem: 'malformed' }, error);
  return new Problem('INTERNAL', {}, error);
}

function isFastifyError(error: Error): error is FastifyError {
  return ('code' in error && typeof error.code === 'string') || ('statusCode' in error && typeof error.statusCode === 'number');
}

/** ENOSPC of a file, or SQLite's primary code 13 "database or disk is full" (ER-4). */
function isDiskFull(error: Error): boolean {
  return ('code' in error && error.code === 'ENOSPC') || ('errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === 13);
}
