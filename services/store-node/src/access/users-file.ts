import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { nodeLimits } from '../limits.ts';
import { hashPassword, passwordHash } from './passwords.ts';

/** A name as `Basic` can carry it: no colon, no control characters; `$` begins the names of built-in groups. */
export const userName = z.string().regex(/^[^\p{Cc}:$][^\p{Cc}:]{0,63}$/u, {
  error: '应为 1 到 64 字，不含冒号，不以 $ 开头 / must be 1 to 64 characters without a colon, not beginning with $',
});
export const groupName = z.string().regex(/^[^\p{Cc},]{1,64}$/u, { error: '应为 1 到 64 字 / must be 1 to 64 characters' });

const user = z.strictObject({ groups: z.array(groupName).max(100), password: passwordHash });
const usersFile = z.strictObject({ users: z.record(userName, user) });
export type User = z.infer<typeof user>;
export type Users = ReadonlyMap<string, User>;

/** The file of users cannot be used; the message is one line in Chinese and English. */
export class UsersFileError extends Error {
  constructor(problem: string, cause?: unknown) {
    super(problem, { cause });
    this.name = 'UsersFileError';
  }
}

/** @throws UsersFileError */
export function readUsersFile(path: string): Users {
  const entries = Object.entries(parse(path).users);
  if (entries.length === 0) throw new UsersFileError('没有任何用户 / it holds no user');
  if (entries.length > nodeLimits.users) throw new UsersFileError(`至多 ${nodeLimits.users} 个用户 / at most ${nodeLimits.users} users`);
  return new Map(entries);
}

/** Adds the user or gives them a new password; without `groups` they keep what they have. @throws UsersFileError */
export async function setPassword(path: string, name: string, password: string, groups: readonly string[] | undefined): Promise<void> {
  const { users } = existsSync(path) ? parse(path) : { users: {} };
  const changed = { ...users, [name]: { groups: [...(groups ?? users[name]?.groups ?? [])], password: await hashPassword(password) } };
  replace(path, `${JSON.stringify({ users: changed }, null, 2)}\n`);
}

function parse(path: string): z.infer<typeof usersFile> {
  let text: string;
  try {
    if ((statSync(path).mode & 0o077) !== 0) throw new UsersFileError('他人可读写，请 chmod 600 / others may read or write it: chmod 600');
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof UsersFileError) throw cause;
    throw new UsersFileError('无法读取 / cannot be read', cause);
  }
  try {
    return usersFile.parse(JSON.parse(text));
  } catch (cause) {
    throw new UsersFileError('不是用户文件 / is not a file of users', cause);
  }
}

/** Whoever reads meanwhile finds the old file or the new one. */
function replace(path: string, text: string): void {
  const aside = `${path}.new`;
  try {
    rmSync(aside, { force: true });
    const file = openSync(aside, 'wx', 0o600);
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(aside, path);
  } catch (cause) {
    throw new UsersFileError('无法写入 / cannot be written', cause);
  }
}
