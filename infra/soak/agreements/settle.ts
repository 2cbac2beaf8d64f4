import { beijingDate } from '@lianyu/domain/kernel';
import { openOf, pairsOf } from '@lianyu/domain/settlement';
import type { TestPlatform } from '@lianyu/platform/fixtures';
import { quarter, type Settlers } from '@lianyu/platform/settlement/fixtures';
import { BAYANNUR, must, XIAN } from '@lianyu/platform/walk/fixtures';

/** How one quarter goes: what is disputed is withdrawn or stays open, what is owed is paid whole, in part, or not. */
export interface Quarter {
  readonly figure: string;
  readonly disputed: boolean;
  readonly givesWay: boolean;
  /** In quarters of what is owed. */
  readonly paid: 0 | 2 | 4;
}

/** Figures of the quarter that waits, a statement of them, answers, and what is paid of it. @throws the refusal as `must` does */
export async function settleQuarter(platform: TestPlatform, settlers: Settlers, { figure, disputed, givesWay, paid }: Quarter): Promise<void> {
  const { settlement, clock } = platform.platform;
  const { account } = settlers;
  const { state } = await settlement.account(account);
  const { next } = state;
  if (!next || next.period.to >= beijingDate(clock.now())) return;
  const nth = Array.from({ length: 80 }, (_, each) => each).find((each) => quarter(each).from === next.period.from);
  if (nth === undefined) return;
  await must(settlers.report(await settlers.figure(nth, figure)));
  await must(settlers.confirm(await settlers.count()));
  const { period, digest } = await settlers.propose();
  const on = { ...account, period: period as never, basis: digest };
  if (disputed) {
    const disputes = [{ subject: 'money' as const, line: 0, claimed: '0', reason: '口径有异议', documents: [] }];
    await must(platform.give(BAYANNUR.head, 'dispute-statement', { ...on, disputes }));
  } else await must(platform.give(BAYANNUR.head, 'confirm-statement', on));
  await must(platform.give(XIAN.head, 'confirm-statement', on));
  const { disputes } = (await settlement.account(account)).state;
  const dispute = disputes.find((each) => each.state === 'open')?.number;
  if (dispute !== undefined && givesWay) await must(platform.give(BAYANNUR.head, 'withdraw-dispute', { ...account, dispute, reason: '核对后认可' }));
  await pay(platform, settlers, paid);
}

/** Along the route of the terms, hop by hop, each confirmed by the other party. */
async function pay(platform: TestPlatform, settlers: Settlers, quarters: number): Promise<void> {
  const { account } = settlers;
  const { state } = await platform.platform.settlement.account(account);
  const owed = pairsOf(state).find(({ from }) => from === 'bayannur-etdz');
  const amount = owed ? (openOf(owed) * BigInt(quarters)) / 4n : 0n;
  if (amount <= 0n) return;
  const document = { digest: await settlers.put(BAYANNUR.officer), name: '拨款单.txt' };
  const voucher = { document, on: beijingDate(platform.platform.clock.now()), number: '拨1号' };
  const payment = { ...account, payment: state.payments.length + 1 };
  await must(platform.give(BAYANNUR.officer, 'record-payment', { ...account, to: 'xian-etdz' as never, amount: amount.toString(), voucher }));
  await must(platform.give(XIAN.head, 'confirm-payment-hop', { ...payment, hop: 0 }));
  await must(platform.give(BAYANNUR.officer, 'record-payment-hop', { ...payment, hop: 1, voucher }));
  await must(platform.give(XIAN.head, 'confirm-payment-hop', { ...payment, hop: 1 }));
}
