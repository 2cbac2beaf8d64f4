import { join } from 'node:path';
import { UnreadableEventError } from '@lianyu/domain/events';
import { EventStoreError } from '@lianyu/event-store';
import { type Command, type ExitCode, exitCodes, type Io } from './command.ts';
import { explain } from './explain/command.ts';
import { helpPage } from './help.ts';
import { type Log, openLog } from './log.ts';
import { optionsIn } from './options.ts';
import { recompute } from './recompute/command.ts';
import { verify } from './verify/command.ts';

export const commands: readonly Command[] = [explain, recompute, verify];

/** One run of the auditor. Reads the log read-only, also beside a running server. */
export async function run(argv: readonly string[], env: Readonly<Record<string, string | undefined>>, io: Io): Promise<ExitCode> {
  const options = optionsIn(argv, env);
  if (typeof options === 'string') {
    io.err(options);
    return exitCodes.usage;
  }
  const command = commands.find(({ name }) => name === options.command);
  if (options.help || options.command === undefined) {
    io.out(command ? command.help : helpPage(commands));
    return options.help ? exitCodes.well : exitCodes.usage;
  }
  if (!command) {
    io.err(`没有命令 ${options.command} / there is no command ${options.command}: ${commands.map(({ name }) => name).join(', ')}`);
    return exitCodes.usage;
  }
  let log: Log | undefined;
  try {
    log = await openLog(join(options.data, 'events.sqlite'));
    return await command.run(log, options, io);
  } catch (error) {
    if (error instanceof EventStoreError) {
      io.err(`${error.code}: ${JSON.stringify(error.data)}`);
      return exitCodes.log;
    }
    if (error instanceof UnreadableEventError) {
      io.err(`事件无法读取 / an event cannot be read: ${error.message}`);
      return exitCodes.found;
    }
    throw error;
  } finally {
    await log?.close();
  }
}
