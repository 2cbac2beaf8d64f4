import type { NegotiationId } from '@lianyu/domain/kernel';
import { lineWords } from '@lianyu/domain/sharing';
import { type Account, accountIn, accountOf, accountStreams } from '../accounts.ts';
import { type Asked, type Command, type ExitCode, exitCodes, type Io } from '../command.ts';
import type { Log } from '../log.ts';
import { namesIn } from '../names.ts';
import { type Address, addressIn } from './address.ts';
import { explained } from './explained.ts';
import { amountOf, explanationText } from './text.ts';
import { texts } from './words.ts';

export const explain: Command = {
  name: 'explain',
  summary: { zh: '结算单的一行是怎样得出的，直到文件的哈希', en: 'how a line of a statement came about, down to the hashes of the documents' },
  help: `npm run auditor -- explain [<协议>/<条款>/<口径>/<首日>/<科目>/<行号>] [--json]

按日志重算该行的推导，列出每一步、每项数据和每个来源文件的哈希。地址不全时列出其下有什么。
Computes the derivation of a line again from the log and prints each step, each figure and each document's hash. With a shorter
address it lists what is below it.

  npm run auditor -- explain
  npm run auditor -- explain 3f0c…/tax/official
  npm run auditor -- explain 3f0c…/tax/official/2024-01-01/money/0
  npm run --silent auditor -- explain 3f0c…/stat/appraisal/2024-01-01/indicator/gdp/1 --json --language en

退出码 / exit codes: 0 推导与记录一致 as recorded, 1 重算不一致 does not come out the same, 2 用法 usage, 3 没有这一行 no such line, 4 日志打不开 the log cannot be opened`,
  run,
};

async function run(log: Log, { args, json, language }: Asked, io: Io): Promise<ExitCode> {
  const address = args.length > 1 ? undefined : addressIn(args[0] ?? '');
  if (!address) {
    io.err(explain.help);
    return exitCodes.usage;
  }
  const { agreement, clause, ledger, from, subject, line } = address;
  if (agreement === undefined || clause === undefined || ledger === undefined || from === undefined || subject === undefined || line === undefined)
    return list(log, address, { json, language, args }, io);
  const account = await accountOf(log, { agreement: agreement as NegotiationId, clause, ledger });
  const proposed = account?.proposed.filter(({ event }) => event.data.period.from === from).at(-1);
  const found = account && proposed && explained(proposed, account, String(log.position), subject, line);
  if (!found) return absent(args, io);
  io.out(json ? JSON.stringify(found) : explanationText(found, await namesIn(log), language));
  return found.verified ? exitCodes.well : exitCodes.found;
}

/** Every line below the address, by its own address and what it says. */
async function list(log: Log, address: Address, { args, json, language }: Pick<Asked, 'args' | 'json' | 'language'>, io: Io): Promise<ExitCode> {
  const nameOf = await namesIn(log);
  const lines: { readonly address: string; readonly party: string; readonly kind: string; readonly amount: string; readonly unit: string }[] = [];
  for (const stream of await accountStreams(log)) {
    const account = isBelow(stream, address) ? await accountIn(log, stream) : undefined;
    if (account) lines.push(...linesOf(account, address));
  }
  if (lines.length === 0) return absent(args, io);
  if (json) io.out(JSON.stringify(lines));
  else {
    io.out(`${texts[language].proposals}:`);
    for (const each of lines) {
      const kind = lineWords[each.kind as keyof typeof lineWords][language];
      io.out(`  ${each.address}  ${nameOf(each.party)} · ${kind} · ${amountOf(each.amount, each.unit as 'fen')}`);
    }
  }
  return exitCodes.well;
}

const isBelow = (stream: string, { agreement, clause, ledger }: Address) =>
  (agreement === undefined || stream.includes(agreement)) &&
  (clause === undefined || stream.endsWith(`-${clause}`)) &&
  (ledger === undefined || stream.startsWith(ledger === 'official' ? 'settlement-' : 'appraisal-'));

/** Of each period the newest proposal. */
function linesOf({ id, proposed }: Account, { from, subject }: Address) {
  const newest = new Map(proposed.map(({ event }) => [event.data.period.from, event.data]));
  return [...newest.values()]
    .filter(({ period }) => from === undefined || period.from === from)
    .flatMap(({ period, parts }) =>
      parts
        .filter((part) => subject === undefined || part.subject === subject)
        .flatMap((part) =>
          part.lines.map(({ party, kind, amount }, index) => ({
            address: `${id.agreement}/${id.clause}/${id.ledger}/${period.from}/${part.subject}/${index}`,
            party,
            kind,
            amount,
            unit: part.unit,
          })),
        ),
    );
}

function absent(args: readonly string[], io: Io): ExitCode {
  io.err(`日志中没有 / not in the log: ${args.join(' ')}`);
  return exitCodes.absent;
}
