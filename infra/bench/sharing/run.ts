import { evaluating } from './evaluating.ts';

export async function sharingBenchmark(quick: boolean) {
  return { benchmark: 'sharing', ...evaluating(quick ? 500 : 10_000) };
}
