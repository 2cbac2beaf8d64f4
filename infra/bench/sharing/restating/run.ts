import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { preview } from '@lianyu/contract';
import type { FigureContent } from '@lianyu/domain/settlement';
import { Member } from '../../../test/member.ts';
import type { Standing } from './messages.ts';
import { watching } from './viewer.ts';

/**
 * From the acknowledgement that a late refund is confirmed to the statement that it restates, in a viewer's hands: the viewer's
 * socket tells that something changed, and the viewer asks for the statement, as the page does. One refund after the other for
 * a quarter long adopted, in an agreement of forty; each statement is checked to the fen.
 */
export async function restating(refunds: number) {
  const server = fork(fileURLToPath(new URL('./server.ts', import.meta.url)), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  try {
    const [standing] = (await Promise.race([once(server, 'message'), ended(server)])) as [Standing];
    const { url, agreement, clause, accounts } = standing;
    const [reporter, confirmer, viewer] = await Promise.all(
      [accounts.reporter, accounts.confirmer, accounts.viewer].map((account) => Member.signIn(url, account)),
    );
    if (!reporter || !confirmer || !viewer) throw new Error('three members sign in');
    const page = `/api/settlements/${agreement}/${clause}/official/preview`;
    const told = await watching(url, viewer.cookie, agreement);
    const known = (await viewer.get(`/api/figures?agreement=${agreement}&limit=1`)).body as { rows: { body: { number: number } }[] };
    let [number, refunded] = [known.rows[0]?.body.number ?? 0, 0n];
    const [noticed, restated]: [number[], number[]] = [[], []];
    for (let at = -WARM_UP; at < refunds; at += 1) {
      const amount = BigInt(10_007 + (at + WARM_UP) * 3);
      refunded += amount;
      number += 1;
      must(await reporter.give('report-figures', { agreement, figures: [{ figure: refundOf(standing, amount) }] }));
      const changed = told.confirmed(number);
      must(await confirmer.give('confirm-reports', { agreement, figures: [number], milestones: [] }));
      const acknowledged = performance.now();
      const toldAt = await changed;
      const { next } = preview.parse(must(await viewer.get(page)));
      const shownAt = performance.now();
      check(next?.statements[0]?.lines ?? [], standing, refunded);
      if (at < 0) continue;
      noticed.push(Math.max(0, toldAt - acknowledged));
      restated.push(shownAt - acknowledged);
    }
    told.close();
    return { refunds, noticedMs: quantiles(noticed), restateMs: quantiles(restated) };
  } finally {
    server.disconnect();
    await once(server, 'exit');
  }
}

const WARM_UP = 20;

function refundOf({ period, document }: Standing, amount: bigint): FigureContent {
  const about = { measure: 'refund/value-added/local-retained' as const, period, effectiveOn: '2026-07-14' as never };
  return { ...about, amount: amount.toString(), estimated: false, document: { digest: document, name: '退库凭证.txt' }, note: '' };
}

/** The origin has the odd fen of a half: what it had by then and has now, by a formula of its own. */
function check(lines: readonly { party: string; kind: string; amount: string }[], { collected }: Standing, refunded: bigint): void {
  const half = (base: bigint) => (base + 1n) / 2n;
  const expected = half(BigInt(collected) - refunded) - half(BigInt(collected));
  const found = lines.find(({ kind, party }) => kind === 'difference' && party === 'xian-etdz')?.amount;
  if (found !== expected.toString()) throw new Error(`the difference is ${found} and should be ${expected}`);
}

function must({ status, body }: { status: number; body: unknown }): unknown {
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

async function ended(server: ReturnType<typeof fork>): Promise<never> {
  const [code] = await once(server, 'exit');
  throw new Error(`the server of the benchmark ended with ${code}`);
}

function quantiles(values: readonly number[]) {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (q: number) => Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN).toFixed(2));
  return { p50: at(0.5), p99: at(0.99) };
}
