/** What the boundary takes (ER-3). Rates are configuration: `config.limits`. */
export const httpLimits = {
  bodyBytes: 1 << 20,
  headerBytes: 16 << 10,
  /** One segment of a path. */
  paramCharacters: 100,
  connections: 10_000,
  requestsPerConnection: 10_000,
  /** From the first byte of a request to its last. */
  requestMs: 30_000,
  headersMs: 10_000,
  /** An idle connection is kept so long; longer than common proxies keep theirs. */
  keepAliveMs: 72_000,
  /** How many addresses and sessions are counted at once for the rates. */
  counted: 20_000,
  /** Files of the user interface are cheap and many: so many times the rate of the API. */
  filesFactor: 10,
} as const;
