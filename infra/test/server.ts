import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { copyOfWhatIsMadeOnce } from '@lianyu/platform/played/fixtures';

const main = fileURLToPath(new URL('../../services/platform/src/main.ts', import.meta.url));
const shiftedClock = new URL('shifted-clock.mjs', import.meta.url).href;

export interface Account {
  readonly signInName: string;
  readonly password: string;
  readonly organisation: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** The real server as a process of its own, on a data directory that outlives it. */
export class TestServer {
  readonly dataDir: string;
  readonly #eventStore: { readonly url: string } | undefined;
  readonly #shift: string | undefined;
  #port = 0;
  #child: ChildProcess | undefined;
  #lines: string[] = [];

  /** With an event store of its own, or with one in another process; by the machine's clock, or by one that is so far from it. */
  constructor({
    eventStore,
    shiftMs,
    folder = mkdtempSync(join(tmpdir(), 'lianyu-e2e-')),
  }: { eventStore?: { readonly url: string }; shiftMs?: number; folder?: string } = {}) {
    this.dataDir = join(folder, 'data');
    this.#eventStore = eventStore;
    this.#shift = shiftMs === undefined ? undefined : join(folder, 'shift');
    if (this.#shift !== undefined) writeFileSync(this.#shift, String(shiftMs));
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** What the process has printed so far. */
  get lines(): readonly string[] {
    return this.#lines;
  }

  /** Starts it, on the same port as before if there was one; resolves when it listens. */
  async start(...flags: string[]): Promise<void> {
    const isForItself = flags.length > 0 || this.#eventStore !== undefined || existsSync(this.dataDir);
    if (!isForItself) await this.prepare();
    await this.#launch(flags);
  }

  /** A data directory with the demonstration played. */
  async prepare(): Promise<void> {
    await copyOfWhatIsMadeOnce('server', join(this.dataDir, '..'), async (folder) => {
      const first = new TestServer({ folder });
      await first.#launch([]);
      await first.stop();
    });
  }

  async #launch(flags: readonly string[]): Promise<void> {
    const env = {
      ...process.env,
      PORT: String(this.#port),
      DATA_DIR: this.dataDir,
      EVENT_STORE_URL: this.#eventStore?.url ?? '',
      LOG_LEVEL: 'warn',
      REQUESTS_PER_MINUTE: '100000',
      SIGN_INS_PER_MINUTE: '1000',
      SHIFTED_CLOCK: this.#shift ?? '',
    };
    const preloaded = this.#shift === undefined ? [] : ['--import', shiftedClock];
    const child = spawn(process.execPath, [...preloaded, main, ...flags], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    const listening = new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        this.#lines.push(line);
        const found = /^listening (\S+)$/.exec(line)?.[1];
        if (found) resolve(found);
      });
      createInterface({ input: child.stderr }).on('line', (line) => this.#lines.push(line));
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}\n${this.#lines.join('\n')}`)));
    });
    this.#port = Number(new URL(await listening).port);
  }

  /** Moves the clock of a running server that was made with one of its own. */
  shiftClock(shiftMs: number): void {
    if (this.#shift === undefined) throw new Error('this server goes by the machine’s clock');
    writeFileSync(this.#shift, String(shiftMs));
    this.#child?.kill('SIGUSR2');
  }

  /** Without a word, as a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  accounts(): readonly Account[] {
    return JSON.parse(readFileSync(join(this.dataDir, 'demonstration-accounts.json'), 'utf8'));
  }

  account(signInName: string): Account {
    const found = this.accounts().find((account) => account.signInName === signInName);
    if (!found) throw new Error(`no account ${signInName}`);
    return found;
  }

  remove(): void {
    rmSync(join(this.dataDir, '..'), { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}
