interface Asked {
  readonly path?: string;
  readonly body?: object | (() => object);
  readonly expected: Record<string, string> & { readonly rest: string; readonly nobody: string };
}

const own = (rest: string, some: Record<string, string> = {}): Asked['expected'] => ({ nobody: 'NOT_SIGNED_IN', rest, ...some });

/** What the policy asks to be coordinated: everybody asks, and reads what is theirs. */
export function coordinationTable(): Record<string, Asked> {
  return {
    'GET /api/alliance': { expected: own('2xx') },
  };
}
