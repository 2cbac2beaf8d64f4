import { expect, test } from 'vitest';
import { deviceOf } from './device.ts';

const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36';

test.each([
  [chrome, 'Chrome', 'Windows'],
  [`${chrome} Edg/109.0.1518.78`, 'Edge', 'Windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Safari/605.1.15', 'Safari', 'macOS'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox', 'Linux'],
  [chrome.replace('Windows NT 10.0; Win64; x64', 'Linux; Android 14'), 'Chrome', 'Android'],
])('%s', (userAgent, browser, system) => {
  expect(deviceOf(userAgent)).toEqual({ browser, system });
});

test('a client that is no browser has no name here', () => {
  expect(deviceOf('curl/8.5.0')).toBeUndefined();
});
