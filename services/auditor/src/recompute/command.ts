import { UnreadableEventError } from '@lianyu/domain/events';
import { ENGINE } from '@lianyu/domain/sharing';
import { TAXES_VERSION } from '@lianyu/reference-data/taxes';
import { accountIn, accountStreams } from '../accounts.ts';
import { type Asked, type Command, type ExitCode, exitCodes, type Io } from '../command.ts';
import type { Log } from '../log.ts';
import { type Checked, check } from './check.ts';
import { reportText } from './report.ts';

/** An account that could not be checked, because an event cannot be read. */
export interface Unread {
  readonly stream: string;
  readonly problem: string;
}

export interface Report {
  /** Up to where the log was read; null when it is empty. */
  readonly position: string | null;
  readonly statements: number;
  readonly same: number;
  /** Those that are not the same, with where they differ. */
  readonly different: readonly Checked[];
  readonly unverifiable: readonly Checked[];
  readonly unread: readonly Unread[];
  /** Apart from all that: what would come out otherwise if it were computed today. */
  readonly today: { readonly engine: string; readonly reference: string; readonly differ: readonly Checked[] };
}

export const recompute: Command = {
  name: 'recompute',
  summary: {
    zh: '按各自的引擎版本重算每一份结算单，与日志逐一比对',
    en: 'computes every statement again under its own engine and compares it with the log',
  },
  help: `npm run auditor -- recompute [--json]

按日志重算每一份结算单（含未通过的各次提出），使用其自身的引擎和参考数据版本，以及它当时所知的数据。
Computes every statement again, those that were not adopted among them, under its own versions and from what was known to it.
另行报告按今天的引擎和参考数据会有何不同；那不是错误。
Apart from that it says what would differ under today's engine and reference data; that is no error.

  npm run auditor -- recompute
  npm run --silent auditor -- recompute --json | jq .different
  DATA_DIR=/srv/lianyu/data npm run auditor -- recompute --language en

退出码 / exit codes: 0 全部一致 all the same, 1 有不一致或无法核对者 some differ or cannot be verified, 4 日志打不开 the log cannot be opened`,
  run,
};

async function run(log: Log, { json, language }: Asked, io: Io): Promise<ExitCode> {
  const report = await recomputeAll(log, (done, of) => {
    if (done % 20 === 0 || done === of) io.err(`${done} / ${of}`);
  });
  io.out(json ? JSON.stringify(report) : reportText(report, language));
  return report.different.length + report.unverifiable.length + report.unread.length === 0 ? exitCodes.well : exitCodes.found;
}

/** `progress` counts accounts. */
export async function recomputeAll(log: Log, progress: (done: number, of: number) => void): Promise<Report> {
  const streams = await accountStreams(log);
  const checked: Checked[] = [];
  const unread: Unread[] = [];
  for (const [index, stream] of streams.entries()) {
    try {
      const account = await accountIn(log, stream);
      if (account) checked.push(...account.proposed.map((proposed) => check(proposed, account)));
      else unread.push({ stream, problem: 'SettlementOpened is missing' });
    } catch (error) {
      if (!(error instanceof UnreadableEventError)) throw error;
      unread.push({ stream, problem: error.message });
    }
    progress(index + 1, streams.length);
  }
  return {
    position: log.position?.toString() ?? null,
    statements: checked.length,
    same: checked.filter(({ outcome }) => outcome === 'same').length,
    different: checked.filter(({ outcome }) => outcome === 'different'),
    unverifiable: checked.filter(({ outcome }) => outcome === 'unverifiable'),
    unread,
    today: { engine: ENGINE, reference: TAXES_VERSION, differ: checked.filter(({ today }) => today.length > 0) },
  };
}
