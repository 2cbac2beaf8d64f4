import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { OrganisationId } from '@lianyu/domain/kernel';
import { help } from './help.ts';
import { isLoopback } from './origins.ts';
import { type Variables, variables } from './variables.ts';

/** With invented organisations and people to look around in, or for real. */
export type Mode = 'demonstration' | 'empty';

export interface Config {
  readonly mode: Mode;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Absolute. */
  readonly dataDir: string;
  /** Absolute, outside `dataDir` and so outside its backups. */
  readonly vaultKeyFile: string;
  /** The connection string of the event store; without one it is embedded, in `dataDir`. It may hold a password. */
  readonly eventStoreUrl: string | undefined;
  /** Where browsers find it, `https://example.cn`; without it the address that it listens on. */
  readonly publicOrigin: string | undefined;
  /** Whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  readonly logLevel: Variables['LOG_LEVEL'];
  readonly sessions: { readonly lifetimeMs: number; readonly idleMs: number };
  readonly setUpLinkMs: number;
  readonly limits: { readonly requestsPerMinute: number; readonly signInsPerMinute: number };
  /** Who founds an empty installation. */
  readonly founding: Founding;
}

export interface Founding {
  readonly organisation: OrganisationId;
  readonly name: { readonly zh: string; readonly en: string };
  readonly shortName: { readonly zh: string; readonly en: string };
  readonly level: Variables['OFFICE_LEVEL'];
  readonly regionCode: string;
  readonly administrators: readonly [Administrator, Administrator];
}

export interface Administrator {
  readonly name: string;
  readonly signInName: string;
}

export type ConfigReading =
  | { readonly kind: 'run'; readonly config: Config }
  | { readonly kind: 'help'; readonly text: string }
  /** One line per problem, for stderr; the process ends with `exitCodes.configuration`. */
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

const flags = ['--empty', '--help'];
const HOUR = 3_600_000;
/** Variables whose value is not repeated, since it may hold a password. */
const SECRET: readonly string[] = ['EVENT_STORE_URL'];

/**
 * Reads the whole configuration and touches nothing. An empty variable counts as not set; an unknown flag is refused,
 * an unknown variable is none of ours. `argv` is without the program and the script.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, argv: readonly string[], cwd = process.cwd()): ConfigReading {
  if (argv.includes('--help')) return { kind: 'help', text: help };
  const problems = argv.filter((flag) => !flags.includes(flag)).map((flag) => `${show(flag)}: 未知的参数 / unknown flag; ${flags.join(', ')}`);

  const given = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => name in variables.shape && value !== undefined && value.trim() !== ''),
  );
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const named = new Map(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
    for (const [name, message] of named) problems.push(`${name}: ${message}${SECRET.includes(name) ? '' : ` (${show(given[name])})`}`);
    return { kind: 'refused', problems };
  }
  const config = toConfig(parsed.data, argv.includes('--empty') ? 'empty' : 'demonstration', cwd);
  problems.push(...contradictions(config));
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'run', config };
}

function toConfig(given: Variables, mode: Mode, cwd: string): Config {
  const dataDir = resolve(cwd, given.DATA_DIR);
  return {
    mode,
    host: given.HOST,
    port: given.PORT,
    dataDir,
    vaultKeyFile: given.VAULT_KEY_FILE === undefined ? `${dataDir}.vault-key` : resolve(cwd, given.VAULT_KEY_FILE),
    eventStoreUrl: given.EVENT_STORE_URL,
    publicOrigin: given.PUBLIC_ORIGIN,
    trustedProxies: given.TRUSTED_PROXIES?.split(',').map((address) => address.trim()) ?? [],
    logLevel: given.LOG_LEVEL,
    sessions: { lifetimeMs: given.SESSION_HOURS * HOUR, idleMs: given.SESSION_IDLE_HOURS * HOUR },
    setUpLinkMs: given.SET_UP_LINK_HOURS * HOUR,
    limits: { requestsPerMinute: given.REQUESTS_PER_MINUTE, signInsPerMinute: given.SIGN_INS_PER_MINUTE },
    founding: {
      organisation: given.OFFICE_ID,
      name: { zh: given.OFFICE_NAME, en: given.OFFICE_NAME_EN },
      shortName: { zh: given.OFFICE_SHORT_NAME, en: given.OFFICE_SHORT_NAME_EN },
      level: given.OFFICE_LEVEL,
      regionCode: given.OFFICE_REGION_CODE,
      administrators: [
        { name: given.ADMINISTRATOR_1_NAME, signInName: given.ADMINISTRATOR_1_SIGN_IN },
        { name: given.ADMINISTRATOR_2_NAME, signInName: given.ADMINISTRATOR_2_SIGN_IN },
      ],
    },
  };
}

/** What each value allows by itself but not all together. */
function contradictions(config: Config): string[] {
  const problems: string[] = [];
  const [first, second] = config.founding.administrators;
  const inside = relative(config.dataDir, config.vaultKeyFile);
  if (inside.split(sep)[0] !== '..' && !isAbsolute(inside))
    problems.push(
      `VAULT_KEY_FILE: 不得位于 DATA_DIR 之内，否则备份会带走密钥 / must lie outside DATA_DIR, or backups carry the key (${show(config.vaultKeyFile)})`,
    );
  if (config.mode === 'demonstration' && !isLoopback(config.host))
    problems.push(
      `HOST: 演示数据的密码是公开的，只能在本机监听；正式使用请加 --empty / demonstration passwords are public: listens on this machine only; use --empty for real (${show(config.host)})`,
    );
  else if (!isLoopback(config.host) && config.publicOrigin === undefined)
    problems.push(`PUBLIC_ORIGIN: HOST 不是本机地址时必须给出 / must be set when HOST is not this machine alone (HOST ${show(config.host)})`);
  if (first.signInName === second.signInName)
    problems.push(`ADMINISTRATOR_2_SIGN_IN: 两名管理员须为不同的人 / the two administrators must be two people (${show(second.signInName)})`);
  return problems;
}

function show(value: string | undefined): string {
  return JSON.stringify(value === undefined || value.length <= 60 ? value : `${value.slice(0, 60)}…`);
}
