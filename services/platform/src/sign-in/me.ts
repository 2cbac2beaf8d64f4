import type { Me } from '@lianyu/contract';
import type { MemberId } from '@lianyu/domain/kernel';
import type { Session } from '@lianyu/vault';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { giveCookie } from './cookie.ts';
import type { SignInParts } from './parts.ts';

/** Who this session's member is today, or undefined when they are nobody's member any more. */
export async function meOf({ vault, viewers, config, now }: SignInParts, session: Session): Promise<Me | undefined> {
  const person = vault.person(session.member);
  const found = await viewers.of(session, now());
  if (person === undefined || found === undefined) return undefined;
  const { viewer } = found;
  return {
    member: viewer.member,
    name: person.name,
    office: person.office,
    organisation: viewer.organisation,
    organisationKind: viewer.organisationKind,
    roles: [...viewer.roles],
    delegations: viewer.delegations.map((each) => ({ ...each })),
    ...(viewer.secondedFrom === undefined ? {} : { secondedFrom: viewer.secondedFrom }),
    audiences: [...viewer.audiences],
    demonstration: config.mode === 'demonstration',
    signedInAt: session.createdAt,
  };
}

/**
 * Opens a session for who has proven to be the member, and ends the one that the browser had before: a session that somebody
 * else planted there is worth nothing. @returns undefined, without a session, for who is nobody's member.
 */
export async function admit(parts: SignInParts, request: FastifyRequest, reply: FastifyReply, member: MemberId): Promise<Me | undefined> {
  const { vault, now, config } = parts;
  const { lifetimeMs } = config.sessions;
  const { secret, session } = vault.openSession(member, request.headers['user-agent'] ?? '', now(), lifetimeMs);
  const me = await meOf(parts, session);
  if (me === undefined) {
    vault.endSession(member, session.id);
    return undefined;
  }
  if (request.session !== null) vault.endSession(request.session.member, request.session.id);
  giveCookie(reply, config, secret, lifetimeMs);
  return me;
}
