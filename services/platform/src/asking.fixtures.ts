import type { TestPlatform } from './platform.fixtures.ts';

/** Asks the server over HTTP as its accounts, each in a session of its own. */
export class Asking {
  readonly platform: TestPlatform;
  #cookies = new Map<string, Promise<string>>();

  constructor(platform: TestPlatform) {
    this.platform = platform;
  }

  async get(who: string, url: string) {
    const answer = await this.platform.platform.http.inject({ url, headers: { cookie: await this.#cookieOf(who) } });
    return told(answer);
  }

  async post(who: string, url: string, payload: object | Buffer) {
    const bytes = Buffer.isBuffer(payload) ? { 'content-type': 'application/octet-stream' } : {};
    const headers = { cookie: await this.#cookieOf(who), 'sec-fetch-site': 'same-origin', ...bytes };
    return told(await this.platform.platform.http.inject({ method: 'POST', url, headers, payload }));
  }

  #cookieOf(who: string): Promise<string> {
    // Sessions end when nobody is seen for a day.
    const key = `${who} ${this.platform.platform.clock.now().slice(0, 10)}`;
    const known = this.#cookies.get(key) ?? this.#signIn(who);
    this.#cookies.set(key, known);
    return known;
  }

  async #signIn(who: string): Promise<string> {
    const { signInName, password } = this.platform.account(who);
    const answer = await this.platform.platform.http.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'sec-fetch-site': 'same-origin' },
      payload: { signInName, password },
    });
    return `${answer.cookies[0]?.name}=${answer.cookies[0]?.value}`;
  }
}

interface Answered {
  readonly statusCode: number;
  readonly payload: string;
  readonly rawPayload: Buffer;
  readonly headers: Record<string, unknown>;
}
function told(answer: Answered & { json(): unknown }) {
  return {
    status: answer.statusCode,
    body: answer.payload,
    bytes: new Uint8Array(answer.rawPayload),
    headers: answer.headers,
    json: () => answer.json(),
    code: () => (answer.json() as { error?: { code: string } }).error?.code,
  };
}
