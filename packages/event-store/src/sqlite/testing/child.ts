import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A process of its own running one of the scripts beside this file; it prints one JSON value a line. */
export interface Child {
  readonly process: ChildProcess;
  /** The lines in the order they came; ends with the process. */
  readonly lines: AsyncIterableIterator<string>;
  readonly exited: Promise<number | NodeJS.Signals>;
}

export function startChild(script: string, args: readonly string[], wrap: readonly string[] = []): Child {
  const [command = process.execPath, ...rest] = [...wrap, process.execPath, new URL(script, import.meta.url).pathname, ...args];
  // Its input is a pipe from us: when we are gone, it ends (see `endWithParent`).
  const child = spawn(command, rest, { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ?? code ?? -1));
  });
  return { process: child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](), exited };
}

export function endWithParent(): void {
  process.stdin.resume();
  process.stdin.once('end', () => process.exit(1));
}
