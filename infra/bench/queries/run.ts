import { fork } from 'node:child_process';
import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { me } from '@lianyu/contract';
import { Member } from '../../test/member.ts';
import { quantile, rounded } from '../store/figure.ts';
import type { Standing } from './messages.ts';
import { type Question, questionsAbout } from './questions.ts';

/** What every answer must keep within, at the server's own loopback, JSON and all. */
const AT_MOST_MS = 100;

/**
 * Lists with filters, a search and a page over many agreements, asked one after the other by HTTP of the whole platform;
 * beside each, in turns, the same question in bare SQL on the same file, with its rows parsed.
 */
export async function queriesBenchmark(quick: boolean, only: readonly string[]) {
  const server = fork(fileURLToPath(new URL('./server.ts', import.meta.url)), [String(quick ? 500 : 10_000)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    const [standing] = (await Promise.race([once(server, 'message'), ended(server)])) as [Standing];
    const { agreements, events, foldedMs } = standing;
    console.error(`${agreements} agreements of ${events} events, folded in ${Math.round(foldedMs / 1_000)} s`);
    const db = new DatabaseSync(standing.readModel, { readOnly: true });
    const members = {
      party: await Member.signIn(standing.url, standing.accounts.party),
      office: await Member.signIn(standing.url, standing.accounts.office),
    };
    const audiencesOf = { party: await audiences(members.party), office: await audiences(members.office) };
    const answers: Record<string, unknown> = {};
    for (const question of questionsAbout(standing, audiencesOf)) {
      if (only.length > 0 && !only.includes(question.key)) continue;
      answers[question.key] = await measured(question, members[question.as], db, quick ? 60 : 200);
    }
    db.close();
    return { benchmark: 'queries', quick, agreements, events, foldedMs, atMostMs: AT_MOST_MS, answers };
  } finally {
    if (server.exitCode === null) {
      server.disconnect();
      await once(server, 'exit');
    }
  }
}

const WARM_UP = 10;

async function measured({ key, what, path, sql, values }: Question, member: Member, db: DatabaseSync, times: number) {
  const statement = db.prepare(sql);
  const [served, bare]: [number[], number[]] = [[], []];
  let rows = 0;
  for (let at = -WARM_UP; at < times; at += 1) {
    const asked = performance.now();
    const { status, body } = await member.get(path);
    const answered = performance.now();
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    rows = (body as { rows: unknown[] }).rows.length;
    const began = performance.now();
    const found = statement.all(...values).map(({ body: text }) => JSON.parse(String(text)) as unknown);
    const done = performance.now();
    if (found.length < rows) throw new Error(`${key}: ${rows} rows are served, ${found.length} found by the bare question`);
    if (at < 0) continue;
    served.push(answered - asked);
    bare.push(done - began);
  }
  const figure = {
    what,
    rows,
    p50: rounded(quantile(served, 0.5)),
    p99: rounded(quantile(served, 0.99)),
    bareP50: rounded(quantile(bare, 0.5)),
    bareP99: rounded(quantile(bare, 0.99)),
    ratio: rounded(quantile(served, 0.5) / quantile(bare, 0.5)),
    met: quantile(served, 0.99) <= AT_MOST_MS,
  };
  console.error(`${key.padEnd(22)} p50 ${figure.p50} ms, p99 ${figure.p99} ms; bare ${figure.bareP50} / ${figure.bareP99} ms; ${rows} rows`);
  return figure;
}

async function audiences(member: Member): Promise<readonly string[]> {
  return me.parse((await member.get('/api/session')).body).audiences;
}

async function ended(server: ReturnType<typeof fork>): Promise<never> {
  const [code] = await once(server, 'exit');
  throw new Error(`the server of the benchmark ended with ${code}`);
}
