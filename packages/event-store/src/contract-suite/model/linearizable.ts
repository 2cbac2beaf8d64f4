import { type Answer, apply, type Operation, type Stream, untouched } from './stream.ts';

/** One operation on one stream as it was seen from outside: between its call and its answer it took effect at one moment. */
export interface Call {
  readonly operation: Operation;
  readonly answer: Answer;
  /** In ticks of one clock. */
  readonly called: number;
  readonly answered: number;
}

/**
 * Whether the calls can be put into one order in which each gives the answer that it gave, and none comes before one that
 * was answered before it was called (Wing and Gong's search, remembering what was tried).
 */
export function isLinearizable(calls: readonly Call[]): boolean {
  const tried = new Set<string>();

  function search(open: readonly Call[], stream: Stream): boolean {
    if (open.length === 0) return true;
    const key = `${open.map((call) => calls.indexOf(call)).join()} ${JSON.stringify(stream)}`;
    if (tried.has(key)) return false;
    tried.add(key);
    const soonest = Math.min(...open.map(({ answered }) => answered));
    return open.some((call) => {
      if (call.called > soonest) return false;
      const [answer, next] = apply(stream, call.operation);
      return answer === call.answer && search(without(open, call), next);
    });
  }

  return search(calls, untouched);
}

function without(calls: readonly Call[], one: Call): readonly Call[] {
  return calls.filter((call) => call !== one);
}
