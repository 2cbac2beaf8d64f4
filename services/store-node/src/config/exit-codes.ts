/** What the process answers to the shell; the same numbers as the platform's. */
export const exitCodes = {
  ended: 0,
  /** A bug or an input/output error. */
  failed: 1,
  /** An option has a value that cannot be meant, or a file that it names cannot be used. Nothing was touched. */
  configuration: 2,
  /** The data directory is in use, unwritable, or not a directory. */
  directory: 3,
  /** The port is taken or may not be listened on. */
  port: 4,
  /** The event store does not open. */
  store: 6,
} as const;
