import type { RawStore } from '@lianyu/event-store/sqlite';
import { z } from 'zod';
import { type Action, type Caller, isMetastream, possible } from './caller.ts';

type Permission = '$r' | '$w' | '$d' | '$mr' | '$mw';

/** A name of a user or group, or several; whatever else stands there lets nobody in. */
const roles = z
  .union([z.string().transform((role) => [role]), z.array(z.string())])
  .catch([])
  .optional();
const acl = z.object({ $r: roles, $w: roles, $d: roles, $mr: roles, $mw: roles }).catch({});
const streamMetadata = z.object({ $acl: acl.optional() }).catch({});
const settings = z.object({ $userStreamAcl: acl.optional(), $systemStreamAcl: acl.optional() }).catch({});

const ADMINS = '$admins';
const ALL = '$all';

/**
 * A user, by name and groups. A stream's ACL stands in its metadata; what it leaves out is decided by the default ACL in
 * the stream `$settings`, and without one user streams are open to every user and `$`-streams to administrators.
 * https://docs.kurrent.io/server/v25.0/security/user-authorization.html
 */
export function callerWithRoles(store: RawStore, held: ReadonlySet<string>): Caller {
  if (held.has(ADMINS)) return { may: possible };
  return {
    may(action, stream) {
      if (!possible(action, stream)) return false;
      const [permission, of] = isMetastream(stream) ? [metadataPermission(action), stream.slice(2)] : [permissionOf(action), stream];
      return allowedRoles(store, of, permission).some((role) => role === ALL || held.has(role));
    },
  };
}

function permissionOf(action: Action): Permission {
  return action === 'read' ? '$r' : action === 'write' ? '$w' : '$d';
}

function metadataPermission(action: Action): Permission {
  return action === 'read' ? '$mr' : '$mw';
}

function allowedRoles(store: RawStore, stream: string, permission: Permission): readonly string[] {
  const own = streamMetadata.parse(lastJson(store, `$$${stream}`)).$acl?.[permission];
  if (own) return own;
  const isSystem = stream === '' || stream.startsWith('$');
  const defaults = settings.parse(lastJson(store, '$settings'));
  const kept = isSystem ? defaults.$systemStreamAcl : defaults.$userStreamAcl;
  return kept?.[permission] ?? [isSystem ? ADMINS : ALL];
}

function lastJson(store: RawStore, stream: string): unknown {
  const page = store.readStream(stream, { from: 'end', direction: 'backwards', limit: 1 });
  const [event] = page.state === 'there' ? page.events : [];
  if (event === undefined) return {};
  try {
    return JSON.parse(Buffer.from(event.data).toString('utf8'));
  } catch {
    return {};
  }
}
