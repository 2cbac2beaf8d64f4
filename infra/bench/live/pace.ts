import { type FromServer, type Load, now, type ToServer } from './messages.ts';

/** Makes one event; answers when it counted as made: durable in our store, at hand in a bare broadcast. */
type Append = (ordinal: number) => Promise<number> | number;

/** Serves the orchestrator: tells memory when asked, and puts the load on at an even pace. */
export function underLoad(append: Append): void {
  process.on('message', (message: ToServer) => {
    if (message.say === 'memory') {
      globalThis.gc?.();
      tell({ say: 'memory', rss: process.memoryUsage().rss });
    } else void run(message.load, append);
  });
  process.on('disconnect', () => process.exit());
}

export function tell(message: FromServer): void {
  process.send?.(message);
}

async function run({ eventsPerSecond, seconds }: Load, append: Append): Promise<void> {
  const acknowledged: number[] = [];
  const before = process.cpuUsage();
  const begun = now();
  for (let ordinal = 0; ordinal < eventsPerSecond * seconds; ordinal += 1) {
    const due = begun + (ordinal * 1_000) / eventsPerSecond;
    await new Promise((done) => setTimeout(done, Math.max(0, due - now())));
    acknowledged.push(await append(ordinal));
  }
  // What was acknowledged last is still on its way.
  await new Promise((done) => setTimeout(done, 1_000));
  const { user, system } = process.cpuUsage(before);
  tell({ say: 'done', acknowledged, cpuSeconds: (user + system) / 1e6, seconds: (now() - begun) / 1_000 });
}
