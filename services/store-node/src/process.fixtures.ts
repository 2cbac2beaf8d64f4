import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

const script = new URL('./main.ts', import.meta.url).pathname;
const running = new Set<ChildProcess>();

/** A node in a process of its own. Imports no client: two of them do not bear each other in one process. */
export function startProcess(args: readonly string[], input = '') {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  running.add(child);
  child.stdin.end(input);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const complaints = text(child.stderr);
  const exited = once(child, 'close').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  return {
    child,
    exited,
    complaints,
    line: async () => String((await lines.next()).value),
    /** Asks it to end, and waits for it. */
    end() {
      child.kill('SIGTERM');
      return exited;
    },
  };
}

/** For a process that ends by itself: its exit code and what it complained of. */
export async function outcome(args: readonly string[], input = ''): Promise<readonly [code: number | null, complaints: string]> {
  const { exited, complaints } = startProcess(args, input);
  return [await exited, await complaints];
}

/** Ends what a test that failed has left. */
export function endAll(): void {
  for (const child of running) child.kill('SIGKILL');
}
