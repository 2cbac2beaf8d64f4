import { expect, test } from 'vitest';
import { isSameOrigin } from './index.ts';

const anyPort = { publicOrigin: undefined, host: '127.0.0.1', port: 0 };

test('LV-6 a handshake from a page of ours is let in, also when the port was any', () => {
  expect(isSameOrigin({ headers: { origin: 'http://127.0.0.1:4567', host: '127.0.0.1:4567' } }, anyPort)).toBe(true);
  expect(isSameOrigin({ headers: { origin: 'http://127.0.0.1:4567', host: '127.0.0.1:9999' }, socket: { localPort: 4567 } }, anyPort)).toBe(true);
});

test.each([
  ['no origin at all', undefined, '127.0.0.1:4567'],
  ['another port', 'http://127.0.0.1:9999', '127.0.0.1:4567'],
  ['a name that was made to point here', 'http://rebound.example:4567', 'rebound.example:4567'],
  ['another scheme', 'https://127.0.0.1:4567', '127.0.0.1:4567'],
  ['an origin with a path', 'http://127.0.0.1:4567/', '127.0.0.1:4567'],
])('LV-6 a handshake with %s is refused', (_what, origin, host) => {
  expect(isSameOrigin({ headers: { origin, host } }, anyPort)).toBe(false);
});

test('LV-6 behind a public origin nothing else counts', () => {
  const config = { publicOrigin: 'https://lianyu.example.cn', host: '0.0.0.0', port: 8080 };
  expect(isSameOrigin({ headers: { origin: 'https://lianyu.example.cn', host: 'x' } }, config)).toBe(true);
  expect(isSameOrigin({ headers: { origin: 'http://127.0.0.1:8080', host: '127.0.0.1:8080' } }, config)).toBe(false);
});
