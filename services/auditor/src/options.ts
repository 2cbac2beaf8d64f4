import { parseArgs } from 'node:util';
import type { Language } from './command.ts';

export interface Options {
  readonly command: string | undefined;
  readonly args: readonly string[];
  readonly json: boolean;
  readonly language: Language;
  readonly help: boolean;
  readonly data: string;
  /** Against what is served. */
  readonly live: boolean;
}

/** Reads the command line; what is wrong with it comes as a line of words. */
export function optionsIn(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        live: { type: 'boolean', default: false },
        language: { type: 'string', default: 'zh' },
        data: { type: 'string', default: env['DATA_DIR'] ?? './data' },
      },
    });
    const { json, help, language, data, live } = values;
    if (language !== 'zh' && language !== 'en') return '--language 应为 zh 或 en / must be zh or en';
    const [command, ...args] = positionals;
    return { command, args, json, help, language, data, live };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
