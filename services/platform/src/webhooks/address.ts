import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import type { WebhookHost } from '@lianyu/vault';

/** Why nothing is sent to an address. */
export type AddressProblem = 'url-invalid' | 'host-not-allowed' | 'not-https' | 'host-unknown' | 'address-private';

export interface Destination {
  readonly url: URL;
  /** The address that was looked at: the connection goes there and nowhere else. */
  readonly address: string;
  readonly family: 4 | 6;
}

export type Resolve = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;
const resolveByDns: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/** Where nobody outside is: RFC 6890, and what IPv6 carries of IPv4. */
const inside = { four: new BlockList(), six: new BlockList() };
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.four.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.six.addSubnet(net, bits, 'ipv6');

export const isInside = (address: string): boolean => (isIP(address) === 6 ? inside.six.check(address, 'ipv6') : inside.four.check(address, 'ipv4'));

/** The address as a URL, with a host that is on the list; `inside` hosts may do without TLS. */
export function allowedUrl(
  address: string,
  hosts: readonly Pick<WebhookHost, 'host' | 'inside'>[],
): { readonly url: URL; readonly inside: boolean } | AddressProblem {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '' || (url.protocol !== 'https:' && url.protocol !== 'http:')) return 'url-invalid';
  const allowed = hosts.find(({ host }) => host === url.host);
  if (!allowed) return 'host-not-allowed';
  if (url.protocol === 'http:' && !allowed.inside) return 'not-https';
  return { url, inside: allowed.inside };
}

/**
 * Looked up anew at each sending: the list may have changed, and so may what the name stands for. Every address that it
 * stands for must be one outside, unless the host is allowed inside; the first of them is the one that is connected to.
 */
export async function destinationOf(
  address: string,
  hosts: readonly Pick<WebhookHost, 'host' | 'inside'>[],
  resolve: Resolve = resolveByDns,
): Promise<Destination | AddressProblem> {
  const allowed = allowedUrl(address, hosts);
  if (typeof allowed === 'string') return allowed;
  const { url } = allowed;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const literal = isIP(host);
  const found = literal ? [{ address: host, family: literal }] : await resolve(host).catch(() => []);
  const [first] = found;
  if (!first) return 'host-unknown';
  if (!allowed.inside && found.some((each) => isInside(each.address))) return 'address-private';
  return { url, address: first.address, family: first.family === 6 ? 6 : 4 };
}
