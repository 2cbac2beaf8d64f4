import { parseArgs } from 'node:util';
import { z } from 'zod';
import { groupName, userName } from '../access/users-file.ts';
import { help } from './help.ts';

export interface ServeOptions {
  readonly data: string;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly tls: { readonly certificate: string; readonly key: string } | undefined;
  readonly users: string | undefined;
  /** What `--ledger` says, if it was given. */
  readonly ledger: readonly string[] | undefined;
}

export type Reading =
  | { readonly kind: 'serve'; readonly options: ServeOptions }
  | { readonly kind: 'set-password'; readonly name: string; readonly users: string; readonly groups: readonly string[] | undefined }
  | { readonly kind: 'help'; readonly text: string }
  /** One line per problem, for stderr; the process ends with `exitCodes.configuration`. */
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

const flags = {
  data: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  users: { type: 'string' },
  ledger: { type: 'string' },
  insecure: { type: 'boolean' },
  'set-password': { type: 'string' },
  groups: { type: 'string' },
  help: { type: 'boolean' },
} as const;

const path = z.string({ error: '必须给出路径 / a path is required' }).regex(/^\P{Cc}{1,4096}$/u, { error: '应为路径 / must be a path' });

const serving = z
  .strictObject({
    data: path,
    port: z
      .string({ error: '必须给出 / is required' })
      .regex(/^\d{1,5}$/, { error: '应为 0 到 65535 的整数 / must be a whole number from 0 to 65535' })
      .transform(Number)
      .refine((port) => port <= 65_535, { error: '应为 0 到 65535 的整数 / must be a whole number from 0 to 65535' }),
    host: z
      .string()
      .regex(/^[\w.:-]{1,255}$/, { error: '应为监听地址 / must be an address to listen on' })
      .default('127.0.0.1'),
    'tls-cert': path.optional(),
    'tls-key': path.optional(),
    users: path.optional(),
    ledger: z
      .string()
      .regex(/^([a-z][a-z0-9]{0,63}(,[a-z][a-z0-9]{0,63})*)?$/, {
        error: '应为小写字母和数字组成的类别，以逗号分隔 / must be categories of lower-case letters and digits, separated by commas',
      })
      .transform((text) => text.split(',').filter((category) => category !== ''))
      .optional(),
    insecure: z.boolean().default(false),
  })
  .superRefine((given, context) => {
    const refuse = (flag: string, message: string) => context.addIssue({ code: 'custom', path: [flag], message });
    if ((given['tls-cert'] === undefined) !== (given['tls-key'] === undefined)) {
      refuse(given['tls-cert'] === undefined ? 'tls-cert' : 'tls-key', '证书与私钥须同时给出 / certificate and key come together');
    }
    if (given.insecure || isLoopback(given.host) || context.issues.length > 0) return;
    if (given['tls-cert'] === undefined) refuse('host', '网络上须有 TLS，或 --insecure / a network needs TLS, or --insecure');
    if (given.users === undefined) refuse('host', '网络上须有用户，或 --insecure / a network needs users, or --insecure');
  });

const settingPassword = z.strictObject({
  'set-password': userName,
  users: path,
  groups: z
    .string()
    .transform((text) => text.split(',').filter((group) => group !== ''))
    .pipe(z.array(groupName))
    .optional(),
});

/** Reads the command line and touches nothing. `argv` is without the program and the script. */
export function readOptions(argv: readonly string[]): Reading {
  let given: Record<string, unknown>;
  try {
    given = { ...parseArgs({ args: [...argv], options: flags, allowPositionals: false }).values };
  } catch (cause) {
    return { kind: 'refused', problems: [`${cause instanceof Error ? cause.message : String(cause)} (--help)`] };
  }
  if (given['help'] === true) return { kind: 'help', text: help };
  if ('set-password' in given) {
    const parsed = settingPassword.safeParse(given);
    if (!parsed.success) return refused(parsed.error);
    const { 'set-password': name, users, groups } = parsed.data;
    return { kind: 'set-password', name, users, groups };
  }
  const parsed = serving.safeParse(given);
  if (!parsed.success) return refused(parsed.error);
  const { data, host, port, users, ledger, 'tls-cert': certificate, 'tls-key': key } = parsed.data;
  return {
    kind: 'serve',
    options: { data, host, port, tls: certificate === undefined || key === undefined ? undefined : { certificate, key }, users, ledger },
  };
}

function refused(error: z.ZodError): Reading {
  const problems = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((flag) => `--${flag}: 在此不适用 / does not apply here`)
      : [`--${String(issue.path[0])}: ${issue.message}`],
  );
  return { kind: 'refused', problems };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
