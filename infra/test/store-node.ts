import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../services/store-node/src/main.ts', import.meta.url));

/** A store node as a process of its own, on a folder that outlives it. */
export class TestStoreNode {
  readonly #folder = mkdtempSync(join(tmpdir(), 'lianyu-store-node-'));
  #url = '';
  #child: ChildProcess | undefined;

  /** The connection string, the same after each start. */
  get url(): string {
    return this.#url;
  }

  async start(): Promise<void> {
    const port = /:(\d+)\?/.exec(this.#url)?.[1] ?? '0';
    const child = spawn(process.execPath, [main, '--data', this.#folder, '--port', port], { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#child = child;
    const ready = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).once('line', resolve);
      child.once('exit', (code) => reject(new Error(`the store node ended with ${code}`)));
    });
    this.#url = ready.replace('READY ', '');
  }

  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
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
