import type { FastifyRequest } from 'fastify';
import type { SignedIn } from './viewers.ts';

/** The member behind a request, with today's roles. @throws NOT_SIGNED_IN */
export type SignedInOf = (request: FastifyRequest) => Promise<SignedIn>;
