import { expect, test } from 'vitest';
import { allowedUrl, destinationOf, isInside } from './address.ts';

const hosts = [
  { host: 'hooks.example.org', inside: false },
  { host: 'hooks.example.org:8443', inside: false },
  { host: '10.0.0.8:8080', inside: true },
  { host: '127.0.0.1', inside: false },
  { host: '[::1]', inside: false },
];
const resolving =
  (...addresses: string[]) =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
const outside = resolving('93.184.216.34');

test.each([
  ['hooks.example.org', 'url-invalid'],
  ['ftp://hooks.example.org/', 'url-invalid'],
  ['https://someone:secret@hooks.example.org/', 'url-invalid'],
  ['https://elsewhere.example.org/', 'host-not-allowed'],
  ['https://hooks.example.org.evil.example/', 'host-not-allowed'],
  ['https://hooks.example.org:9000/', 'host-not-allowed'],
  ['https://hooks.example.org#@elsewhere.example.org/', undefined],
  ['http://hooks.example.org/', 'not-https'],
  ['https://HOOKS.example.org/path?key=1', undefined],
  ['https://hooks.example.org:8443/', undefined],
  ['http://10.0.0.8:8080/', undefined],
  // However it is written, it is that host.
  ['http://0x7f.1/', 'not-https'],
  ['https://2130706433/', undefined],
])('TM-10 which addresses are taken: %s', (address, expected) => {
  const answer = allowedUrl(address, hosts);
  expect(typeof answer === 'string' ? answer : undefined).toBe(expected);
});

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::7f00:1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'fd00::1',
  'fe80::1',
  'ff02::1',
])('TM-10 an address inside is known as one: %s', (address) => {
  expect(isInside(address)).toBe(true);
});
test.each(['93.184.216.34', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111'])('TM-10 an address outside is none: %s', (address) => {
  expect(isInside(address)).toBe(false);
});

test('TM-10 what a name stands for is looked at when it is sent: one address inside among several is enough to refuse', async () => {
  const url = 'https://hooks.example.org/a';
  expect(await destinationOf(url, hosts, outside)).toMatchObject({ address: '93.184.216.34', family: 4 });
  expect(await destinationOf(url, hosts, resolving('93.184.216.34', '127.0.0.1'))).toBe('address-private');
  expect(await destinationOf(url, hosts, resolving('::ffff:10.0.0.1'))).toBe('address-private');
  expect(await destinationOf(url, hosts, resolving())).toBe('host-unknown');
  expect(await destinationOf(url, hosts, () => Promise.reject(new Error('ENOTFOUND')))).toBe('host-unknown');
  // The list is asked as well at each sending.
  expect(await destinationOf(url, [], outside)).toBe('host-not-allowed');
  // That the host is on the list is not enough where its address is inside, however it is written.
  expect(await destinationOf('https://127.0.0.1/', hosts, outside)).toBe('address-private');
  expect(await destinationOf('https://2130706433/', hosts, outside)).toBe('address-private');
  expect(await destinationOf('https://[::1]/', hosts, outside)).toBe('address-private');
  expect(await destinationOf('http://10.0.0.8:8080/', hosts, outside)).toMatchObject({ address: '10.0.0.8' });
});
