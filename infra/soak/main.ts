import { parseArgs } from 'node:util';
import { agreements } from './agreements/soak.ts';
import { storeCrash, storeCrashWire } from './store-crash.ts';

export interface SoakOptions {
  /** As many as the soak does by itself when it is not said. */
  readonly rounds: number | undefined;
  /** The same seed gives the same moments. */
  readonly seed: number;
}

/**
 * `npm run --silent soak -- <name> [--rounds N] [--seed N]`: what takes too long for every run of the tests. Words go to
 * stderr, one line of JSON with what was done to stdout. Ends with 0 if all held, 1 if something is wrong, 2 if it was asked wrongly.
 */
const soaks: Readonly<Record<string, (options: SoakOptions) => Promise<object>>> = {
  'store-crash': storeCrash,
  'store-crash-wire': storeCrashWire,
  agreements,
};

function optionsIn(args: readonly string[]): (SoakOptions & { name: string }) | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { rounds: { type: 'string' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) } },
    });
    const [rounds, seed] = [values.rounds === undefined ? undefined : Number(values.rounds), Number(values.seed)];
    const isCount = (rounds === undefined || (Number.isSafeInteger(rounds) && rounds > 0)) && Number.isSafeInteger(seed);
    return isCount && positionals.length === 1 ? { name: positionals[0] ?? '', rounds, seed } : undefined;
  } catch {
    return undefined;
  }
}

const options = optionsIn(process.argv.slice(2));
const soak = options && soaks[options.name];
if (!options || !soak) {
  console.error(`usage: soak <${Object.keys(soaks).join('|')}> [--rounds N] [--seed N]`);
  process.exit(2);
}
console.error(`${options.name}: ${options.rounds ?? 'its own number of'} rounds, --seed ${options.seed}`);
try {
  console.log(JSON.stringify({ soak: options.name, seed: options.seed, ...(await soak(options)) }));
} catch (error) {
  console.error(error);
  process.exit(1);
}
