import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memberId, organisationId, toInstant } from '@lianyu/domain/kernel';
import { organisationDecider } from '@lianyu/domain/organisations';
import { openVault, type Person } from '@lianyu/vault';
import { afterEach } from 'vitest';
import type { Viewers } from '../access/viewers.ts';
import { boundary, configFor, fromOurPage } from '../http/http.fixtures.ts';
import { sessionReader, signInRoutes } from './index.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

export const HOUR = 3_600_000;
export const password = 'a-long-password';
export const person: Person = {
  member: memberId.parse('00000000-0000-4000-8000-000000000001'),
  organisation: organisationId.parse('hohhot-etdz'),
  signInName: 'zhang.san',
  name: '张三',
  office: '处长',
};

/** The routes of signing in on a real vault. Everybody whom the vault knows is a drafter of their organisation. */
export async function signedOut(env: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'lianyu-sign-in-'));
  const config = configFor({ LOG_LEVEL: 'debug', SIGN_INS_PER_MINUTE: '1000', ...env });
  const time = { now: Date.parse('2026-11-23T02:00:00.000Z') };
  const now = () => toInstant(time.now);
  const vault = openVault({
    path: join(folder, 'vault.sqlite'),
    filesPath: join(folder, 'files'),
    keyFile: join(folder, 'key'),
    cost: { memory: 8, passes: 1, lanes: 1 },
    now: () => time.now,
  });
  ends.push(() => {
    vault.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const left = new Set<string>();
  const viewers: Viewers = {
    async of(session) {
      const known = vault.person(session.member);
      if (known === undefined || left.has(session.member)) return undefined;
      const principal = {
        member: known.member,
        organisation: known.organisation,
        organisationKind: 'zone' as const,
        roles: ['drafter' as const],
        delegations: [],
        operator: false,
      };
      return { principal, viewer: { ...principal, audiences: [], session: session.id, expiresAt: session.expiresAt } };
    },
  };
  const { app, log } = await boundary({ config, sessionFrom: sessionReader({ vault, now, config }) });
  await app.register(signInRoutes({ vault, now, config, viewers, directory: { organisation: async () => organisationDecider.initial } }));
  const token = vault.enter(person, toInstant(time.now + HOUR));

  /** A browser: sends its cookie and says that a page of ours asks. */
  function browser(userAgent = 'browser') {
    let cookie: string | undefined;
    return {
      get cookie() {
        return cookie;
      },
      set cookie(planted) {
        cookie = planted;
      },
      async ask(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) {
        const headers = {
          ...fromOurPage,
          ...(config.publicOrigin === undefined ? {} : { origin: config.publicOrigin }),
          'user-agent': userAgent,
          ...(cookie === undefined ? {} : { cookie }),
        };
        const answer = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
        const set = answer.headers['set-cookie'];
        if (typeof set === 'string') cookie = set.split(';')[0]?.endsWith('=') ? undefined : set.split(';')[0];
        return answer;
      },
    };
  }
  return { app, log, vault, time, now, token, config, browser, left };
}

/** The same with a person who has a password. */
export async function settled(env: Record<string, string> = {}) {
  const made = await signedOut(env);
  await made.vault.setUp(made.token, password, made.now());
  return made;
}
