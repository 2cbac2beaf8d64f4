import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess } from '@lianyu/store-node/fixtures';

/** A store node as a process of its own, on a folder that outlives it. */
export class TestStoreNode {
  readonly #folder = mkdtempSync(join(tmpdir(), 'lianyu-store-node-'));
  #url = '';
  #running: ReturnType<typeof startProcess> | undefined;

  /** The connection string, the same after each start. */
  get url(): string {
    return this.#url;
  }

  /** The log of a platform that had its events in process, before the first start. */
  take(dataDir: string): void {
    for (const name of readdirSync(dataDir)) if (name.startsWith('events.sqlite')) renameSync(join(dataDir, name), join(this.#folder, name));
  }

  async start(): Promise<void> {
    const port = /:(\d+)\?/.exec(this.#url)?.[1] ?? '0';
    this.#running = startProcess(['--data', this.#folder, '--port', port]);
    const ready = await this.#running.line();
    if (!ready.startsWith('READY ')) throw new Error(`the store node did not start: ${await this.#running.complaints}`);
    this.#url = ready.replace('READY ', '');
  }

  async kill(): Promise<void> {
    this.#running?.child.kill('SIGKILL');
    await this.#running?.exited;
  }

  async stop(): Promise<void> {
    await this.#running?.end();
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
