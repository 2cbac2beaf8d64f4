import { flushCompileCache } from 'node:module';
import { text } from 'node:stream/consumers';
import { logVerbosity, setLogVerbosity } from '@grpc/grpc-js';
import { EventStoreError } from '@lianyu/event-store';
import { setPassword, UsersFileError } from './access/users-file.ts';
import { DirectoryError, openData } from './config/data.ts';
import { exitCodes } from './config/exit-codes.ts';
import { OptionFileError, readFiles } from './config/files.ts';
import { type Reading, readOptions, type ServeOptions } from './config/options.ts';
import { exitWithParent } from './exit-with-parent.ts';
import { nodeLimits } from './limits.ts';
import { PortError, type StoreNode, startStoreNode } from './server.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const reading = readOptions(process.argv.slice(2));
  switch (reading.kind) {
    case 'help':
      process.stdout.write(reading.text);
      return exitCodes.ended;
    case 'refused':
      reading.problems.forEach(complain);
      return exitCodes.configuration;
    case 'set-password':
      return keepPassword(reading);
    case 'serve':
      return serve(reading.options);
  }
}

async function serve(options: ServeOptions): Promise<number> {
  let store: ReturnType<typeof openData> | undefined;
  let node: StoreNode | undefined;
  try {
    const files = readFiles(options);
    store = openData(options);
    const failed = Promise.withResolvers<number>();
    const report = (trouble: unknown) => {
      complain(trouble instanceof EventStoreError ? lineOf(trouble) : stackOf(trouble));
      // What cannot be read or written any more is opened anew by whoever starts it again (ER-4).
      if (trouble instanceof EventStoreError) failed.resolve(exitCodes.failed);
    };
    node = await startStoreNode({ ...files, store: store.raw, host: options.host, port: options.port, report });
    const host = options.host.includes(':') ? `[${options.host}]` : options.host;
    say(`READY esdb://${host}:${node.port}?tls=${files.tls !== undefined}`);
    // Else it would be kept only by a process that ends in peace.
    flushCompileCache();
    return await Promise.race([ending(), failed.promise]);
  } catch (error) {
    const [line, code] = explanationOf(error);
    complain(line);
    return code;
  } finally {
    await node?.close();
    await store?.close();
  }
}

async function keepPassword({ users, name, groups }: Extract<Reading, { kind: 'set-password' }>): Promise<number> {
  const password = (await text(process.stdin)).replace(/\r?\n$/, '');
  try {
    if (password === '' || Buffer.byteLength(password) > nodeLimits.passwordBytes)
      throw new UsersFileError(`口令应为 1 到 ${nodeLimits.passwordBytes} 字节 / a password has 1 to ${nodeLimits.passwordBytes} bytes`);
    await setPassword(users, name, password, groups);
    return exitCodes.ended;
  } catch (error) {
    complain(error instanceof UsersFileError ? `--users: ${error.message} (${JSON.stringify(users)})` : stackOf(error));
    return error instanceof UsersFileError ? exitCodes.configuration : exitCodes.failed;
  }
}

/** Ctrl-C, a polite kill, or the end of whoever started it. */
function ending(): Promise<number> {
  return new Promise((done) => {
    const end = () => done(exitCodes.ended);
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
    exitWithParent(end);
  });
}

/** What stands in the way, in one line; a bug with its stack. */
function explanationOf(error: unknown): readonly [string, number] {
  if (error instanceof OptionFileError) return [error.message, exitCodes.configuration];
  if (error instanceof DirectoryError) return [error.message, exitCodes.directory];
  if (error instanceof PortError) return [`--port: 端口不可用，请另选 / the port cannot be used; choose another (${error.message})`, exitCodes.port];
  if (error instanceof EventStoreError) return [lineOf(error), codeOf(error)];
  return [stackOf(error), exitCodes.failed];
}

function lineOf({ code, data }: EventStoreError): string {
  return `${code}: ${JSON.stringify(data)}`;
}

function codeOf({ code }: EventStoreError): number {
  return code === 'STORE_LOCKED' ? exitCodes.directory : exitCodes.store;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

// The library would complain of a port that is taken in words of its own.
setLogVerbosity(logVerbosity.NONE);
process.exitCode = await main();
