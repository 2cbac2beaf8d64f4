import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { append1, append64, batch100 } from './appending.ts';
import { atSize } from './at-size.ts';
import { EVENT_BYTES } from './events.ts';
import type { Bound, Figure, Scale } from './figure.ts';
import { liveMs } from './live.ts';
import { readAll, rehydrate } from './reading.ts';
import { wire } from './wire.ts';

type Figures = Readonly<Record<string, Figure | Bound>>;

/** Each measures one figure, or several that share what is expensive to make. */
const parts: readonly { readonly keys: readonly string[]; measure(folder: string, scale: Scale): Promise<Figures> }[] = [
  { keys: ['append1'], measure: async (...given) => ({ append1: await append1(...given) }) },
  { keys: ['append64'], measure: async (...given) => ({ append64: await append64(...given) }) },
  { keys: ['batch100'], measure: async (...given) => ({ batch100: await batch100(...given) }) },
  { keys: ['readAll'], measure: async (...given) => ({ readAll: await readAll(...given) }) },
  { keys: ['rehydrate'], measure: async (...given) => ({ rehydrate: await rehydrate(...given) }) },
  { keys: ['liveMs'], measure: async (...given) => ({ liveMs: await liveMs(...given) }) },
  { keys: ['append64AtSize', 'catchUpRss'], measure: atSize },
  { keys: ['wireAppend', 'wireRead'], measure: wire },
];

/** The event store against what the disk, SQLite and the wire allow; on the disk that the repository lies on. */
export async function storeBenchmark(quick: boolean, only: readonly string[]) {
  const unknown = only.filter((key) => !parts.some(({ keys }) => keys.includes(key)));
  if (unknown.length > 0) throw new Error(`no figure ${unknown.join(', ')}; there are ${parts.flatMap(({ keys }) => keys).join(', ')}`);
  const cache = fileURLToPath(new URL('../../../node_modules/.cache', import.meta.url));
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(`${cache}/bench-store-`);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const scale: Scale = quick ? { quick, rounds: 5, roundMs: 250 } : { quick, rounds: 9, roundMs: 1_000 };
  let figures: Figures = {};
  console.error(header);
  for (const { keys, measure } of parts) {
    if (only.length > 0 && !keys.some((key) => only.includes(key))) continue;
    const measured = await measure(folder, scale);
    for (const [key, figure] of Object.entries(measured)) console.error(rowOf(key, figure));
    figures = { ...figures, ...measured };
  }
  const processors = { count: availableParallelism(), model: cpus()[0]?.model ?? 'unknown' };
  return { benchmark: 'store', quick, eventBytes: EVENT_BYTES, node: process.version, processors, ...figures };
}

const columns = (...cells: readonly [string, string, string, string, string, string]) =>
  `${cells[0].padEnd(16)}${cells[1].padStart(20)}${cells[2].padStart(14)}${cells[3].padStart(8)}${cells[4].padStart(9)}  ${cells[5]}`;
const header = columns('figure', 'measured', 'baseline', 'ratio', 'target', '');

function rowOf(key: string, figure: Figure | Bound): string {
  const measured = `${figure.measured.toLocaleString('en')} ${figure.unit}`;
  const missed = figure.met ? '' : '  ✗';
  if ('atMost' in figure) return columns(key, measured, '', '', `≤ ${figure.atMost}`, figure.what + missed);
  return columns(key, measured, figure.baseline.toLocaleString('en'), String(figure.ratio), `≥ ${figure.target}`, figure.what + missed);
}
