/** What the process answers to the shell when it does not start, and when it ends for good. */
export const exitCodes = {
  ended: 0,
  /** A bug or an input/output error: reported with its stack. */
  failed: 1,
  /** A variable or a flag has a value that cannot be meant. Nothing was touched. */
  configuration: 2,
  /** The data directory cannot be claimed: foreign, in use, unwritable, newer, or of the other mode. */
  directory: 3,
  /** The port is taken or may not be listened on. */
  port: 4,
  /** The vault does not open: its master key is missing, wrong or readable by others, or the file is corrupt or newer. */
  vault: 5,
  /** The event store does not open. */
  store: 6,
} as const;
