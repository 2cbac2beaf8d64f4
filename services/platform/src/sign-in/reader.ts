import type { Instant } from '@lianyu/domain/kernel';
import type { Session, Vault } from '@lianyu/vault';
import type { Config } from '../config/index.ts';
import { cookieName } from './cookie.ts';

interface Parts {
  readonly vault: Pick<Vault, 'session'>;
  readonly now: () => Instant;
  readonly config: Pick<Config, 'publicOrigin'>;
}

/** Whose `Cookie` header this is: of an HTTP request or of a WebSocket's handshake. */
export function sessionReader({ vault, now, config }: Parts): (cookieHeader: string | undefined) => Session | undefined {
  const begin = `${cookieName(config)}=`;
  return (header) => {
    const pair = header
      ?.split(';')
      .map((part) => part.trim())
      .find((part) => part.startsWith(begin));
    const secret = pair?.slice(begin.length);
    // Only what could be a secret of ours is looked up.
    return secret !== undefined && /^[\w-]{43}$/.test(secret) ? vault.session(secret, now()) : undefined;
  };
}
