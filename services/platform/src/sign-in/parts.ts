import type { Instant } from '@lianyu/domain/kernel';
import type { Vault } from '@lianyu/vault';
import type { FastifyRequest } from 'fastify';
import type { Directory } from '../access/directory.ts';
import type { Viewers } from '../access/viewers.ts';
import type { Config } from '../config/index.ts';
import { problem } from '../http/index.ts';

/** What the routes of signing in are made of. */
export interface SignInParts {
  readonly vault: Vault;
  readonly now: () => Instant;
  readonly config: Config;
  readonly directory: Pick<Directory, 'organisation'>;
  readonly viewers: Viewers;
}

/** The session of a route that is not public: the boundary has refused whoever has none. */
export function ownSession(request: FastifyRequest) {
  if (request.session === null) throw problem('NOT_SIGNED_IN');
  return request.session;
}
