import { readFileSync } from 'node:fs';
import type { ChannelCredentialOptions, DNSClusterOptions, GossipClusterOptions, SingleNodeOptions } from '@eventstore/db-client';
import { z } from 'zod';
import { invalid } from '../input/refuse.ts';

/** What the client needs to know to reach a node or a cluster. */
export interface Address {
  readonly settings: SingleNodeOptions | GossipClusterOptions | DNSClusterOptions;
  readonly channel: ChannelCredentialOptions;
  readonly credentials: { readonly username: string; readonly password: string } | undefined;
}

const STRING =
  /^(?:esdb|kurrentdb)(?<discover>\+discover)?:\/\/(?:(?<user>[^:@/?]+):(?<password>[^@/?]+)@)?(?<hosts>[^@/?]+)\/?(?:\?(?<options>.*))?$/;
const HOST = /^(?<address>\[[0-9a-f:.]+\]|[A-Za-z0-9._-]+)(?::(?<port>\d{1,5}))?$/;
const DEFAULT_PORT = 2113;

const milliseconds = (least: number) => z.coerce.number().int().min(least).max(3_600_000);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const path = z.string().min(1).max(4096);

/**
 * The options of a connection string. Certificates are always checked, reads go to the leader, and a conflict is an error:
 * what would change that is refused instead of ignored.
 */
const options = z.strictObject({
  tls: flag.default(true),
  tlsverifycert: z.literal('true').optional(),
  tlscafile: path.optional(),
  usercertfile: path.optional(),
  userkeyfile: path.optional(),
  connectionname: z.string().min(1).max(200).optional(),
  defaultdeadline: milliseconds(1).optional(),
  keepaliveinterval: milliseconds(1_000).optional(),
  keepalivetimeout: milliseconds(1_000).optional(),
  discoveryinterval: milliseconds(1).optional(),
  maxdiscoverattempts: z.coerce.number().int().min(1).max(1_000).optional(),
  gossiptimeout: z.coerce.number().int().min(1).max(600).optional(),
  nodepreference: z.literal('leader').optional(),
  throwonappendfailure: z.literal('true').optional(),
});

/**
 * Reads a connection string, `esdb://[user:password@]host[:port][,…][?option=value&…]` or `esdb+discover://…`. The client's own
 * reader prints it, password and all, when it meets an option that it does not know.
 * @throws EventStoreError INPUT_INVALID {field: `url`}; the problem never repeats what was given
 */
export function readAddress(url: string): Address {
  const parts = STRING.exec(url.trim())?.groups;
  if (!parts) throw invalid('url', 'not-a-connection-string');
  const hosts = (parts['hosts'] ?? '').split(',').map(hostOf);
  const given = optionsOf(parts['options'] ?? '');
  const { user, password } = parts;
  if (user !== undefined && !given.tls) throw invalid('url', 'credentials-need-tls');
  if ((given.usercertfile === undefined) !== (given.userkeyfile === undefined)) throw invalid('url', 'certificate-and-key-go-together');

  const settings = {
    ...defined('connectionName', given.connectionname),
    ...defined('defaultDeadline', given.defaultdeadline),
    ...defined('keepAliveInterval', given.keepaliveinterval),
    ...defined('keepAliveTimeout', given.keepalivetimeout),
  };
  const discovery = {
    ...defined('discoveryInterval', given.discoveryinterval),
    ...defined('maxDiscoverAttempts', given.maxdiscoverattempts),
    ...defined('gossipTimeout', given.gossiptimeout),
    nodePreference: 'leader' as const,
  };
  const [first] = hosts;
  if (!first) throw invalid('url', 'no-host');
  return {
    settings: parts['discover']
      ? { ...settings, ...discovery, discover: first }
      : hosts.length > 1
        ? { ...settings, ...discovery, endpoints: hosts }
        : { ...settings, endpoint: first },
    channel: {
      insecure: !given.tls,
      ...defined('rootCertificate', contentOf(given.tlscafile)),
      ...defined('userCertFile', contentOf(given.usercertfile)),
      ...defined('userKeyFile', contentOf(given.userkeyfile)),
    },
    credentials: user === undefined ? undefined : { username: decoded(user), password: decoded(password ?? '') },
  };
}

function hostOf(text: string): { address: string; port: number } {
  const { address, port } = HOST.exec(text.trim())?.groups ?? {};
  const number = Number(port ?? DEFAULT_PORT);
  if (address === undefined || number < 1 || number > 65_535) throw invalid('url', 'not-a-host');
  return { address, port: number };
}

/** Names of options are compared without regard to case, as in every client of EventStoreDB. */
function optionsOf(query: string): z.infer<typeof options> {
  const given = new Map<string, string>();
  for (const pair of query.split('&')) {
    if (pair === '') continue;
    const [name = '', value = '', ...more] = pair.split('=');
    if (more.length > 0 || given.has(name.toLowerCase())) throw invalid('url', 'options-not-readable');
    given.set(name.toLowerCase(), decoded(value));
  }
  const parsed = options.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0];
  throw invalid('url', `option-${String(name)}`);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalid('url', 'percent-encoding');
  }
}

function contentOf(file: string | undefined): Buffer | undefined {
  try {
    return file === undefined ? undefined : readFileSync(file);
  } catch {
    throw invalid('url', 'certificate-not-readable');
  }
}

function defined<Name extends string, Value>(name: Name, value: Value | undefined): { [key in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [key in Name]: Value });
}
