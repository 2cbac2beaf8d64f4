import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projections } from '@lianyu/projections/folds';
import { type Compared, compareBesideServed, OtherProjectionsError } from '@lianyu/projections/sqlite/beside-served';
import { type Asked, type Command, type ExitCode, exitCodes, type Io } from '../command.ts';
import type { Log } from '../log.ts';

export const verify: Command = {
  name: 'verify',
  summary: {
    zh: '从头重算全部单据，与正在提供的逐字节比对',
    en: 'rebuilds every document from zero and compares it with the served one, byte for byte',
  },
  help: `npm run auditor -- verify --live [--json]

从事件日志的开头重算每一份单据及其全部历史版本，与服务正在提供的逐字节比对；服务可继续运行，什么也不改。
Rebuilds every document with all its versions from the beginning of the log, in a file of its own, and compares them with those
that are served, byte for byte, as they stood at one moment. The server may go on; nothing is changed. Progress goes to stderr.

  npm run auditor -- verify --live
  npm run --silent auditor -- verify --live --json | jq .differences
  DATA_DIR=/srv/lianyu/data npm run auditor -- verify --live --language en

退出码 / exit codes: 0 一致 the same, 1 有不一致 something differs, 2 用法 usage, 3 没有单据 there are no documents,
4 打不开，或单据属于另一版本 cannot be opened, or the documents are another release's`,
  run,
};

const words = {
  zh: { same: '全部一致', differ: '不一致', versions: '单据版本', position: '日志位置', served: '提供的', rebuilt: '重算的', none: '没有单据' },
  en: {
    same: 'all the same',
    differ: 'differ',
    versions: 'versions of documents',
    position: 'log position',
    served: 'served',
    rebuilt: 'rebuilt',
    none: 'there are no documents',
  },
} as const;

async function run(log: Log, { live, data, json, language }: Asked, io: Io): Promise<ExitCode> {
  if (!live) {
    io.err('verify --live');
    return exitCodes.usage;
  }
  const path = join(data, 'read.sqlite');
  if (!existsSync(path)) {
    io.err(`${words[language].none}: ${path}`);
    return exitCodes.absent;
  }
  try {
    const compared = await compareBesideServed({
      path,
      log,
      projections,
      progress: (events, position) => io.err(`${events} … ${position}`),
    });
    io.out(json ? JSON.stringify(reportOf(compared)) : textOf(compared, language));
    return compared.differences.length === 0 ? exitCodes.well : exitCodes.found;
  } catch (error) {
    if (!(error instanceof OtherProjectionsError) && !isUnreadable(error)) throw error;
    const problem = error instanceof OtherProjectionsError ? 'another-release' : 'damaged';
    io.out(json ? JSON.stringify({ equal: false, problem }) : problem);
    return problem === 'damaged' ? exitCodes.found : exitCodes.log;
  }
}

/** What SQLite says of a file whose pages do not fit together. */
function isUnreadable(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (error.errcode === 11 || error.errcode === 26);
}

const reportOf = ({ position, versions, differences }: Compared) => ({
  position: position?.toString() ?? null,
  versions,
  equal: differences.length === 0,
  differences,
});

function textOf({ position, versions, differences }: Compared, language: Asked['language']): string {
  const w = words[language];
  return [
    `${w.position} ${position ?? '-'}, ${w.versions}: ${versions}, ${differences.length === 0 ? w.same : `${w.differ}: ${differences.length}`}`,
    ...differences.map(
      ({ kind, key, audience, served, rebuilt }) =>
        `${kind} ${key} (${audience})\n    ${w.served}: ${JSON.stringify(served ?? null)}\n    ${w.rebuilt}: ${JSON.stringify(rebuilt ?? null)}`,
    ),
  ].join('\n');
}
