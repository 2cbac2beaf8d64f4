import { liveBenchmark } from './live/run.ts';
import { queriesBenchmark } from './queries/run.ts';
import { sharingBenchmark } from './sharing/run.ts';
import { storeBenchmark } from './store/run.ts';

/**
 * `npm run --silent bench -- <name> [--json] [--quick] [--only=figure,…]`: words on stderr, with --json one line of figures as
 * the last on stdout. A single figure is for whoever works on it.
 */
const benchmarks: Readonly<Record<string, (quick: boolean, only: readonly string[]) => Promise<unknown>>> = {
  live: liveBenchmark,
  queries: queriesBenchmark,
  sharing: sharingBenchmark,
  store: storeBenchmark,
};

const [name = '', ...flags] = process.argv.slice(2);
const only = flags.flatMap((flag) => (flag.startsWith('--only=') ? flag.slice('--only='.length).split(',') : []));
const unknown = flags.filter((flag) => !['--json', '--quick'].includes(flag) && !flag.startsWith('--only='));
const benchmark = benchmarks[name];
if (!benchmark || unknown.length > 0) {
  console.error(
    `usage: bench <${Object.keys(benchmarks).join('|')}> [--json] [--quick] [--only=figure,…]${unknown.length > 0 ? `; unknown: ${unknown.join(' ')}` : ''}`,
  );
  process.exit(2);
}
const figures = await benchmark(flags.includes('--quick'), only);
console.log(flags.includes('--json') ? JSON.stringify(figures) : JSON.stringify(figures, null, 2));
