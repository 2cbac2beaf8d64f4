import { evaluating } from './evaluating.ts';
import { restating } from './restating/run.ts';

/** `--only=evaluating` or `--only=restating` measures one of both. */
export async function sharingBenchmark(quick: boolean, only: readonly string[]) {
  const wanted = (name: string) => only.length === 0 || only.includes(name);
  return {
    benchmark: 'sharing',
    ...(wanted('evaluating') ? evaluating(quick ? 500 : 10_000) : {}),
    ...(wanted('restating') ? await restating(quick ? 50 : 300) : {}),
  };
}
