import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Metadata } from '@grpc/grpc-js';
import type { RawStore } from '@lianyu/event-store/sqlite';
import { nodeLimits } from '../limits.ts';
import { notAuthenticated } from '../protocol/call-error.ts';
import { callerWithRoles } from './acl.ts';
import { anybody, type Caller } from './caller.ts';
import { matchesPassword } from './passwords.ts';
import type { Users } from './users-file.ts';

/** Who makes a call, by its metadata. @throws CallError UNAUTHENTICATED */
export type Authenticate = (metadata: Metadata) => Caller | Promise<Caller>;

/**
 * Without users, everybody. With users, whoever names one and their password (`Basic`), and nobody else. A password that
 * was right is recognised by a keyed digest afterwards, so that not every call costs a derivation.
 */
export function authentication(store: RawStore, users: Users | undefined): Authenticate {
  if (users === undefined) return () => anybody;
  const key = randomBytes(32);
  const recognised = new Map<string, Buffer>();
  const callers = new Map([...users].map(([name, { groups }]) => [name, callerWithRoles(store, new Set([name, ...groups]))]));
  const digest = (password: string) => createHmac('sha256', key).update(password).digest();

  async function derive(name: string, password: string): Promise<Caller> {
    const caller = callers.get(name);
    if (!(await matchesPassword(password, users?.get(name)?.password)) || caller === undefined) throw notAuthenticated();
    recognised.set(name, digest(password));
    return caller;
  }

  return (metadata) => {
    const credentials = basic(metadata.get('authorization')[0]);
    if (credentials === undefined) throw notAuthenticated();
    const [name, password] = credentials;
    const caller = callers.get(name);
    const known = recognised.get(name);
    return caller && known && timingSafeEqual(known, digest(password)) ? caller : derive(name, password);
  };
}

function basic(header: string | Buffer | undefined): readonly [name: string, password: string] | undefined {
  const encoded = typeof header === 'string' ? /^Basic (?<encoded>[A-Za-z0-9+/=]+)$/i.exec(header)?.groups?.['encoded'] : undefined;
  if (encoded === undefined) return undefined;
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  const password = decoded.slice(colon + 1);
  if (colon < 1 || Buffer.byteLength(password) > nodeLimits.passwordBytes) return undefined;
  return [decoded.slice(0, colon), password];
}
