import { parseArgs } from 'node:util';
import { storeCrash } from './store-crash.ts';

/** `npm run soak -- <name> [--rounds N] [--seed N]`: what takes too long for every run of the tests. Ends with 1 if something is wrong. */
const soaks: Readonly<Record<string, (options: { rounds: number; seed: number }) => Promise<unknown>>> = { 'store-crash': storeCrash };

const usage = `usage: soak <${Object.keys(soaks).join('|')}> [--rounds N] [--seed N]`;

function optionsIn(args: readonly string[]): { name: string; rounds: number; seed: number } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { rounds: { type: 'string', default: '500' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) } },
    });
    const [rounds, seed] = [Number(values.rounds), Number(values.seed)];
    const isCount = Number.isSafeInteger(rounds) && rounds > 0 && Number.isSafeInteger(seed);
    return isCount && positionals.length === 1 ? { name: positionals[0] ?? '', rounds, seed } : undefined;
  } catch {
    return undefined;
  }
}

const options = optionsIn(process.argv.slice(2));
const soak = options && soaks[options.name];
if (!options || !soak) {
  console.error(usage);
  process.exit(2);
}
console.error(`${options.name}: ${options.rounds} rounds, --seed ${options.seed}`);
console.log(JSON.stringify(await soak(options)));
