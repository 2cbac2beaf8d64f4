import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandData, CommandName } from '@lianyu/contract';
import { type AnyEvent, recorded } from '@lianyu/domain/events';
import { type CommandId, type Instant, instant, type MemberId, organisationId, type Recorded } from '@lianyu/domain/kernel';
import type { ServedDocument } from '@lianyu/projections';
import { pino } from 'pino';
import { audiencesOf } from './access/audiences.ts';
import type { Principal } from './access/authorise.ts';
import { loadPolicies } from './access/policies.ts';
import { SetClock } from './clock.ts';
import type { Answer } from './commands/commands.ts';
import { proposedFrom } from './commands/proposed.ts';
import { compose, type Platform } from './compose.ts';
import { type Config, readConfig } from './config/index.ts';
import { agreementOn } from './demonstration/content.ts';
import { ACCOUNTS_FILE, type Account, playDemonstration } from './demonstration/play.ts';
import { copyOfWhatIsMadeOnce } from './played.fixtures.ts';

export const BEGUN = instant.parse('2026-06-01T02:00:00.000Z');

/** A whole platform in a directory of its own, with the demonstration played and the clock standing. */
export class TestPlatform {
  readonly clock = new SetClock();
  readonly folder: string;
  readonly dataDir: string;
  #members = new Map<string, Promise<MemberId>>();
  #platform: Platform | undefined;

  constructor(folder = mkdtempSync(join(tmpdir(), 'lianyu-platform-'))) {
    this.folder = folder;
    this.dataDir = join(folder, 'data');
  }

  get platform(): Platform {
    if (!this.#platform) throw new Error('not open');
    return this.#platform;
  }

  async open(): Promise<this> {
    mkdirSync(this.dataDir, { recursive: true });
    this.#platform = await compose({ config: this.#config(), clock: this.clock, log: pino({ level: 'silent' }) });
    await this.platform.start();
    return this;
  }

  async play(): Promise<this> {
    await copyOfWhatIsMadeOnce('platform', this.folder, async (folder) => {
      const first = new TestPlatform(folder);
      await first.open();
      await playDemonstration(first.platform, first.clock, BEGUN, first.dataDir, () => {});
      first.clock.set(Date.parse(BEGUN));
      await first.settled();
      await first.platform.close();
    });
    this.clock.set(Date.parse(BEGUN));
    await this.open();
    await this.settled();
    return this;
  }

  /** Closes and opens again, as a restart does. */
  async reopen(): Promise<void> {
    await this.platform.close();
    await this.open();
  }

  async close(): Promise<void> {
    await this.#platform?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  at(text: string): Instant {
    this.clock.set(Date.parse(text));
    return this.platform.clock.now();
  }

  accounts(): readonly Account[] {
    return JSON.parse(readFileSync(join(this.dataDir, ACCOUNTS_FILE), 'utf8'));
  }

  account(signInName: string): Account {
    const found = this.accounts().find((account) => account.signInName === signInName);
    if (!found) throw new Error(`no account ${signInName}`);
    return found;
  }

  /** Today's roles of an account; who it is, is looked up once. */
  async principal(signInName: string): Promise<Principal> {
    const member = this.#members.get(signInName) ?? this.#memberOf(signInName);
    this.#members.set(signInName, member);
    const principal = await this.platform.directory.principal(await member, this.platform.clock.now());
    if (!principal) throw new Error(`${signInName} is nobody`);
    return principal;
  }

  async give<Name extends CommandName>(signInName: string, name: Name, data: CommandData<Name>, commandId: string = randomUUID()): Promise<Answer> {
    const answer = await this.platform.commands.give(await this.principal(signInName), {
      name,
      data,
      commandId: commandId as CommandId,
      correlation: 'test',
    });
    if (answer.ok) await this.settled(answer.position);
    return answer;
  }

  /** Processes and projections have seen everything. */
  async settled(position?: Parameters<Platform['processes']['passed']>[0]): Promise<void> {
    for (;;) {
      const head = position ?? (await this.platform.store.head());
      if (head === undefined) return;
      await this.platform.processes.passed(head);
      await this.platform.runner.caughtUp();
      const now = await this.platform.store.head();
      if (now === undefined || now <= head) return;
      position = now;
    }
  }

  async log(): Promise<readonly Recorded<AnyEvent>[]> {
    const events: Recorded<AnyEvent>[] = [];
    for (let after: Parameters<Platform['store']['readAll']>[0] = {}; ; ) {
      const page = await this.platform.store.readAll({ ...after, limit: 1_000 });
      events.push(...page.map(recorded));
      const last = page.at(-1);
      if (!last || page.length < 1_000) return events;
      after = { after: last.position };
    }
  }

  async documentsOf(signInName: string, topic: string): Promise<readonly ServedDocument[]> {
    const audiences = audiencesOf(loadPolicies(), await this.principal(signInName));
    return this.platform.readStore.topic(topic, audiences, 10_000).documents;
  }

  async #memberOf(signInName: string): Promise<MemberId> {
    const known = await this.platform.vault.verifyPassword(signInName, this.account(signInName).password, this.platform.clock.now());
    if (!known.ok) throw new Error(`${signInName} cannot sign in`);
    return known.person.member;
  }

  #config(): Config {
    const reading = readConfig(
      { DATA_DIR: this.dataDir, PORT: '0', LOG_LEVEL: 'silent', REQUESTS_PER_MINUTE: '1000000', SIGN_INS_PER_MINUTE: '100000' },
      [],
    );
    if (reading.kind !== 'run') throw new Error('the configuration of the test is refused');
    return reading.config;
  }
}

/** An agreement between Xi'an and Bayannur; what is in the settlement clause is what tests look for elsewhere. */
export function content(settlement: string, effectiveOn?: string) {
  const party = (id: string, side: 'origin' | 'destination') => ({
    organisation: organisationId.parse(id),
    name: { zh: `${id}管委会`, en: '' },
    side,
  });
  return agreementOn({
    title: { zh: '试验协议', en: '' },
    mode: 'enclave',
    parties: [party('xian-etdz', 'origin'), party('bayannur-etdz', 'destination')],
    park: { zh: '园区', en: '' },
    bands: [{ from: 1, origin: ['3', '5'] }],
    settlement: { zh: settlement, en: '' },
    startsOn: '2027-01-01' as never,
    ...(effectiveOn === undefined ? {} : { effectiveOn: effectiveOn as never }),
    until: '2040-12-31' as never,
  });
}

export const digestOf = (settlement: string, effectiveOn?: string) => proposedFrom(content(settlement, effectiveOn)).digest;
