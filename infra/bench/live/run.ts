import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { EVENT_BYTES, type FromClients, type FromServer, type Kind, type Load, type ToClients, type ToServer } from './messages.ts';

interface Figures {
  readonly ackToAppliedMs: { readonly p50: number; readonly p99: number };
  readonly serverCpuCores: number;
  readonly memoryPerViewerKb: number;
  readonly lost: number;
}

/** Viewers of one agreement, ours against a bare broadcast of the same bytes, one after the other in the same run. */
export async function liveBenchmark(quick: boolean) {
  const load: Load = { eventsPerSecond: 10, seconds: quick ? 10 : 60 };
  const rounds = [];
  for (const viewers of [200, 1_000]) {
    const ws = await measure('ws', viewers, load);
    const lianyu = await measure('lianyu', viewers, load);
    const ratioP99 = round(lianyu.ackToAppliedMs.p99 / ws.ackToAppliedMs.p99);
    const ratioMemory = round(lianyu.memoryPerViewerKb / ws.memoryPerViewerKb);
    console.error(
      `${viewers} viewers: p99 ${lianyu.ackToAppliedMs.p99} ms against ${ws.ackToAppliedMs.p99} ms (${ratioP99}×), memory ${lianyu.memoryPerViewerKb} kB against ${ws.memoryPerViewerKb} kB a viewer (${ratioMemory}×)`,
    );
    rounds.push({ viewers, lianyu, ws, ratioP99, ratioMemory });
  }
  return {
    benchmark: 'live',
    eventBytes: EVENT_BYTES,
    ...load,
    rounds,
    ratioP99: Math.max(...rounds.map(({ ratioP99 }) => ratioP99)),
    ratioMemory: Math.max(...rounds.map(({ ratioMemory }) => ratioMemory)),
  };
}

async function measure(kind: Kind, viewers: number, load: Load): Promise<Figures> {
  const server = spawn(kind === 'lianyu' ? './server.ts' : './ws-server.ts', ['--expose-gc']);
  const clients = spawn('./clients.ts');
  try {
    const { url } = await heard(server, 'listening');
    const before = await memoryOf(server);
    say<ToClients>(clients, { say: 'connect', kind, url, viewers });
    await heardFrom(clients, 'connected');
    await new Promise((done) => setTimeout(done, 2_000));
    const after = await memoryOf(server);
    say<ToServer>(server, { say: 'load', load });
    const { acknowledged, cpuSeconds, seconds } = await heard(server, 'done');
    say<ToClients>(clients, { say: 'report', events: acknowledged.length });
    const { applied } = await heardFrom(clients, 'applied');
    const delays = applied
      .flatMap((times, ordinal) => times.map((at) => Math.max(0, at - (acknowledged[ordinal] ?? at))))
      .sort((one, other) => one - other);
    return {
      ackToAppliedMs: { p50: round(quantile(delays, 0.5)), p99: round(quantile(delays, 0.99)) },
      serverCpuCores: round(cpuSeconds / seconds),
      memoryPerViewerKb: round((after - before) / 1024 / viewers),
      lost: acknowledged.length * viewers - delays.length,
    };
  } finally {
    server.disconnect();
    clients.disconnect();
  }
}

const spawn = (file: string, flags: string[] = []): ChildProcess =>
  fork(fileURLToPath(new URL(file, import.meta.url)), { execArgv: flags, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
const say = <Message extends object>(to: ChildProcess, message: Message) => to.send(message);
const quantile = (sorted: readonly number[], q: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
const round = (value: number) => Math.round(value * 100) / 100;

function heard<Say extends FromServer['say']>(from: ChildProcess, what: Say): Promise<Extract<FromServer, { say: Say }>> {
  return next(from, what);
}

function heardFrom<Say extends FromClients['say']>(from: ChildProcess, what: Say): Promise<Extract<FromClients, { say: Say }>> {
  return next(from, what);
}

function next<Message>(from: ChildProcess, what: string): Promise<Message> {
  return new Promise((done, fail) => {
    const listen = (message: { say: string }) => {
      if (message.say !== what) return;
      from.off('message', listen);
      done(message as Message);
    };
    from.on('message', listen);
    from.once('exit', (code) => fail(new Error(`a process of the benchmark ended with ${code}`)));
  });
}

async function memoryOf(server: ChildProcess): Promise<number> {
  say<ToServer>(server, { say: 'memory' });
  return (await heard(server, 'memory')).rss;
}
