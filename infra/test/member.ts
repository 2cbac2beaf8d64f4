import { randomUUID } from 'node:crypto';
import type { CommandData, CommandName } from '@lianyu/contract';

/** What the server answered: the status and the JSON as it came. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A signed-in member who talks HTTP as the browser does: one cookie, same origin. */
export class Member {
  readonly origin: string;
  readonly #cookie: string;

  constructor(origin: string, cookie: string) {
    this.origin = origin;
    this.#cookie = cookie;
  }

  static async signIn(origin: string, account: { signInName: string; password: string }): Promise<Member> {
    const response = await fetch(`${origin}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ signInName: account.signInName, password: account.password }),
    });
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
    if (!response.ok || cookie === undefined) throw new Error(`sign-in of ${account.signInName}: ${response.status} ${await response.text()}`);
    return new Member(origin, cookie);
  }

  /** The same session against a server that came back on another port. */
  at(origin: string): Member {
    return new Member(origin, this.#cookie);
  }

  get cookie(): string {
    return this.#cookie;
  }

  async ask(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${this.origin}${path}`, {
      method,
      headers: { cookie: this.#cookie, origin: this.origin, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  }

  get(path: string): Promise<Answer> {
    return this.ask('GET', path);
  }

  give<Name extends CommandName>(name: Name, data: CommandData<Name>, commandId: string = randomUUID()): Promise<Answer> {
    return this.ask('POST', `/api/commands/${name}`, { commandId, data });
  }
}
