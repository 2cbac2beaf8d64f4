import { accessDenied } from '../protocol/call-error.ts';

/** What a call does to a stream; on `$$<stream>` it is done to the stream's metadata. */
export type Action = 'read' | 'write' | 'delete';

/** Whoever made a call. */
export interface Caller {
  may(action: Action, stream: string): boolean;
}

/** On a node without users everybody is an administrator, as on an EventStoreDB that was started with `--insecure`. */
export const anybody: Caller = { may: possible };

/** @throws CallError `access-denied` */
export function requireAccess(caller: Caller, action: Action, stream: string): void {
  if (!caller.may(action, stream)) throw accessDenied();
}

/** What nobody may do, administrators included, is left out: writing or deleting the log as a whole, deleting metadata. */
export function possible(action: Action, stream: string): boolean {
  if (stream === '' || stream === '$all') return action === 'read';
  return action !== 'delete' || !isMetastream(stream);
}

export function isMetastream(stream: string): boolean {
  return stream.startsWith('$$');
}
