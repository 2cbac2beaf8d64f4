import { liveBenchmark } from './live/run.ts';

/** `npm run --silent bench -- <name> [--json] [--quick]`: words on stderr, with --json one line of figures as the last on stdout. */
const benchmarks: Readonly<Record<string, (quick: boolean) => Promise<unknown>>> = { live: liveBenchmark };

const [name = '', ...flags] = process.argv.slice(2);
const unknown = flags.filter((flag) => !['--json', '--quick'].includes(flag));
const benchmark = benchmarks[name];
if (!benchmark || unknown.length > 0) {
  console.error(
    `usage: bench <${Object.keys(benchmarks).join('|')}> [--json] [--quick]${unknown.length > 0 ? `; unknown: ${unknown.join(' ')}` : ''}`,
  );
  process.exit(2);
}
const figures = await benchmark(flags.includes('--quick'));
console.log(flags.includes('--json') ? JSON.stringify(figures) : JSON.stringify(figures, null, 2));
