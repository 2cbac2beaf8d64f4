import { existsSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { instant } from '@lianyu/domain/kernel';
import { EventStoreError } from '@lianyu/event-store';
import { VaultError } from '@lianyu/vault';
import { SetClock } from './clock.ts';
import { compose, type Platform } from './compose.ts';
import { type Config, exitCodes, readConfig } from './config/index.ts';
import { type ClaimedDirectory, claimDataDirectory, DataDirectoryError } from './data-directory/index.ts';
import { ACCOUNTS_FILE, playDemonstration } from './demonstration/play.ts';
import { exitWithParent } from './exit-with-parent.ts';
import { found } from './founding.ts';
import { createLog } from './http/index.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);
const webRoot = fileURLToPath(new URL('../../../web/dist', import.meta.url));

async function main(): Promise<number> {
  const reading = readConfig(process.env, process.argv.slice(2));
  if (reading.kind === 'help') {
    say(reading.text);
    return exitCodes.ended;
  }
  if (reading.kind === 'refused') {
    reading.problems.forEach(complain);
    return exitCodes.configuration;
  }
  let directory: ClaimedDirectory | undefined;
  let platform: Platform | undefined;
  const log = createLog(reading.config);
  try {
    directory = claimDataDirectory(reading.config.dataDir, reading.config.mode);
    const clock = new SetClock();
    platform = await compose({ config: reading.config, clock, log, ...(existsSync(webRoot) ? { webRoot } : {}) });
    await platform.start();
    const sayMore = await prepare(platform, clock, reading.config, directory);
    const origin = await platform.listen();
    sayMore(origin);
    say(`listening ${origin}`);
    // Else it would be kept only by a process that ends in peace.
    flushCompileCache();
    await ending();
    return exitCodes.ended;
  } catch (error) {
    return explained(error, reading.config);
  } finally {
    await platform?.close();
    directory?.release();
  }
}

/**
 * What a data directory needs before anybody can sign in: invented people and their story, or two set-up links.
 * @returns what is left to say once the address is known
 */
async function prepare(platform: Platform, clock: SetClock, config: Config, directory: ClaimedDirectory): Promise<(origin: string) => void> {
  const accounts = () => say(`演示账户 / demonstration accounts: ${config.dataDir}/${ACCOUNTS_FILE}`);
  const fresh = platform.vault.note(PREPARED) === undefined;
  if (config.mode === 'demonstration') {
    if (fresh) {
      say('第一次启动：正在演示数据中走一遍 / first start: playing the demonstration');
      await playDemonstration(platform, clock, instant.parse(directory.marker.createdAt), config.dataDir, (done, of) => {
        if (done === of || done % 20 === 0) say(`  ${done}/${of}`);
      });
      platform.vault.setNote(PREPARED, platform.clock.now());
    }
    return accounts;
  }
  if (!fresh) return () => {};
  const { organisation, name, shortName, level, regionCode, administrators } = config.founding;
  const profile = { kind: 'coordination-office' as const, name, shortName, level, regionCode, source: '', verified: false };
  const [one, two] = administrators.map((each, index) => ({ ...each, key: `administrator-${index + 1}`, office: '系统管理' }));
  if (!one || !two) throw new Error('an installation has two founders');
  const founded = await found(platform, organisation, profile, [one, two], config.setUpLinkMs);
  return (origin) => {
    say('两名管理员的一次性设置链接 / one-time set-up links of the two administrators:');
    for (const { founder, token } of founded) if (token !== undefined) say(`  ${founder.signInName}  ${origin}/set-up/${token}`);
    platform.vault.setNote(PREPARED, platform.clock.now());
  };
}

const PREPARED = 'prepared';

/** Ctrl-C, a polite kill, or the end of whoever started it. */
function ending(): Promise<void> {
  return new Promise((done) => {
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
    exitWithParent(done);
  });
}

function explained(error: unknown, config: Config): number {
  const [line, code] = explanationOf(error, config);
  complain(line);
  return code;
}

/** What stands in the way of starting, in one line; a bug with its stack. */
function explanationOf(error: unknown, { host, port }: Config): readonly [string, number] {
  if (error instanceof DataDirectoryError) return [error.message, exitCodes.directory];
  if (error instanceof VaultError) return [`${error.code}: ${JSON.stringify(error.data)}`, exitCodes.vault];
  if (error instanceof EventStoreError) return [`${error.code}: ${JSON.stringify(error.data)}`, exitCodes.store];
  if (error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES'))
    return [`${String(error.code)}: ${host}:${port} 端口不可用，请用 PORT 另选 / the port cannot be used; choose another with PORT`, exitCodes.port];
  return [error instanceof Error ? (error.stack ?? error.message) : String(error), exitCodes.failed];
}

process.exitCode = await main();
