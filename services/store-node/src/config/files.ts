import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { readUsersFile, type Users, UsersFileError } from '../access/users-file.ts';
import type { ServeOptions } from './options.ts';

export interface Tls {
  readonly certificate: Buffer;
  readonly key: Buffer;
}

/** A file that an option names cannot be used. The message is one line that begins with the option. */
export class OptionFileError extends Error {}

/** What the options name, read and tried. @throws OptionFileError */
export function readFiles({ tls, users }: ServeOptions): { readonly tls?: Tls; readonly users?: Users } {
  return { ...(tls && { tls: readTls(tls.certificate, tls.key) }), ...(users !== undefined && { users: readUsers(users) }) };
}

function readTls(certificatePath: string, keyPath: string): Tls {
  const certificate = readPem('--tls-cert', certificatePath);
  const key = readPem('--tls-key', keyPath);
  attempt('--tls-cert', '不是证书 / is not a certificate', () => createSecureContext({ cert: certificate }));
  attempt('--tls-key', '不是该证书的私钥 / is not the key of the certificate', () => createSecureContext({ cert: certificate, key }));
  return { certificate, key };
}

function readPem(option: string, path: string): Buffer {
  return attempt(option, `无法读取 / cannot be read (${JSON.stringify(path)})`, () => readFileSync(path));
}

function readUsers(path: string): Users {
  try {
    return readUsersFile(path);
  } catch (cause) {
    throw new OptionFileError(`--users: ${cause instanceof UsersFileError ? cause.message : String(cause)} (${JSON.stringify(path)})`, { cause });
  }
}

function attempt<Result>(option: string, problem: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    throw new OptionFileError(`${option}: ${problem}`, { cause });
  }
}
