import type { Log } from './log.ts';

export type Language = 'zh' | 'en';

/** Where words and figures go. Figures alone go to `out`, so that they can be piped; progress and complaints to `err`. */
export interface Io {
  out(line: string): void;
  err(line: string): void;
}

export interface Asked {
  /** What follows the command's name. */
  readonly args: readonly string[];
  readonly json: boolean;
  /** The data directory, and whether what is served is asked about. */
  readonly data: string;
  readonly live: boolean;
  readonly language: Language;
}

/** What the process answers to the shell. */
export const exitCodes = {
  /** All is as it should be. */
  well: 0,
  /** Something was found: a statement that does not come out the same, an event that cannot be read. */
  found: 1,
  /** The command was not understood. Nothing was read. */
  usage: 2,
  /** What was asked for is not in the log. */
  absent: 3,
  /** The log cannot be opened. */
  log: 4,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A sub-command: reads the log, says what it found, and changes nothing. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands, and its page. */
  readonly summary: Readonly<Record<Language, string>>;
  readonly help: string;
  run(log: Log, asked: Asked, io: Io): Promise<ExitCode>;
}
