import { createHmac } from 'node:crypto';
import { request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import type { Destination } from './address.ts';

const TIMEOUT_MS = 10_000;

/** `v1=` and the HMAC-SHA256 of `<timestamp>.<body>` in hexadecimal. */
export function signatureOf(secret: string, timestamp: number, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}

export interface Sending {
  readonly body: string;
  readonly secret: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  /** The same when it is sent again. */
  readonly delivery: string;
}

/** Sends to the address that was looked at; follows nothing, reads no answer but its status. @returns what went wrong, if something did */
export function send({ url, address, family }: Destination, { body, secret, timestamp, delivery }: Sending): Promise<string | undefined> {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'Lianyu-Webhook/1',
    'lianyu-delivery': delivery,
    'lianyu-timestamp': String(timestamp),
    'lianyu-signature': signatureOf(secret, timestamp, body),
  };
  return new Promise((done) => {
    const request = url.protocol === 'https:' ? requestTls : requestPlain;
    const asked = request(url, {
      method: 'POST',
      headers,
      agent: false,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      // No second look at the name: it might stand for something else by now.
      lookup: (_host, options, answer) => (options.all ? answer(null, [{ address, family }]) : answer(null, address, family)),
    });
    asked.on('response', (response) => {
      const { statusCode = 0 } = response;
      response.destroy();
      done(statusCode >= 200 && statusCode < 300 ? undefined : `status-${statusCode}`);
    });
    asked.on('error', (error) => done('code' in error && typeof error.code === 'string' ? error.code.toLowerCase() : error.name.toLowerCase()));
    asked.end(body);
  });
}
