import { addDays, type CalendarDate, type NegotiationId, type OrganisationId } from '@lianyu/domain/kernel';
import type { AccountId, FigureContent, SourceDocument } from '@lianyu/domain/settlement';
import type { Platform } from '../compose.ts';
import type { AnyAct, Setting } from './acts.ts';
import { atWork } from './at-work.ts';
import type { Story } from './scenario.ts';

/** What an act of settlement looks at before it is given: what is computed, and what stands. */
export interface Scene {
  readonly platform: Pick<Platform, 'settlement' | 'clock'>;
  /** Puts a source document in for an organisation. */
  keep(organisation: string, name: string, text: string): Promise<SourceDocument>;
}

/** The first day of the quarter so many quarters after the one that a day lies in. */
export function quarterOf(day: CalendarDate, after: number): { readonly from: CalendarDate; readonly to: CalendarDate } {
  const begins = (n: number) => {
    const months = Number(day.slice(0, 4)) * 12 + Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + n * 3;
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01` as CalendarDate;
  };
  return { from: begins(after), to: addDays(begins(after + 1), -1) };
}

/** How long before the beginning of the scenario the invented park was at full capacity. */
export const QUARTERS_BEFORE = 3;
const VAT = 'tax/value-added/local-retained';
const INCOME = 'tax/enterprise-income/local-retained';
const OUTPUT = 'indicator/gross-industrial-output';
/** Invented amounts of four quarters, in fen. */
type Amounts = readonly [FigureContent['measure'], readonly string[]];
const taxes: readonly Amounts[] = [
  [VAT, ['308641973', '342918406', '297530127', '361204588']],
  [INCOME, ['500000000', '187650000', '212340055', '498760021']],
];
const output: Amounts = [OUTPUT, ['', '', '', '10840000001']];

/**
 * Settlement between the two 示例开发区: one period paid, one disputed and paid in part, one overdue after a late refund, one
 * on the table, with figures that wait for an answer. Every act through the command that a person would give.
 */
export function settlingActs(story: Story, agreement: NegotiationId, { firstDay }: Setting): AnyAct[] {
  const account: AccountId = { agreement, clause: 'sharing', ledger: 'official' };
  const counted = (['official', 'appraisal'] as const).map((ledger): AccountId => ({ agreement, clause: 'output', ledger }));
  const [payee, payer] = [story.origin, story.destination];
  const periods = [0, 1, 2, 3].map((n) => quarterOf(firstDay, n - QUARTERS_BEFORE));
  const periodOf = (n: number) => periods[n] ?? quarterOf(firstDay, n - QUARTERS_BEFORE);
  let count = 0;
  const act = (day: number, who: string, act: Pick<AnyAct, 'name' | 'data'>): AnyAct => {
    const [organisation = '', person] = who.split('/');
    count += 1;
    return {
      key: `${story.name}/settle-${count}`,
      at: atWork(addDays(firstDay, day), 60 + count * 8),
      organisation,
      person: person === 'head' ? 'head' : 'officer',
      ...act,
    } as AnyAct;
  };

  const figures = (day: number, quarters: readonly number[], measures = taxes) =>
    act(day, payer, {
      name: 'report-figures',
      data: async (scene: Scene) => {
        const documents = await Promise.all(
          quarters.map((n) =>
            scene.keep(
              payer,
              `入库证明-${periodOf(n).to.slice(0, 7)}.txt`,
              `示例文件：${periodOf(n).from} 至 ${periodOf(n).to} 税款入库证明（虚构）`,
            ),
          ),
        );
        return {
          agreement,
          figures: measures.flatMap(([measure, each]) =>
            quarters.map((n, index) => ({
              figure: {
                measure,
                period: periodOf(n),
                amount: each[n] ?? '0',
                effectiveOn: periodOf(n).to,
                estimated: false,
                document: documents[index] as SourceDocument,
                note: '',
              },
            })),
          ),
        };
      },
    });
  const confirmed = (day: number, from: number, to: number, milestones: number[] = []) =>
    act(day, `${payee}/head`, {
      name: 'confirm-reports',
      data: { agreement, figures: Array.from({ length: to - from + 1 }, (_, index) => from + index), milestones },
    });
  const proposed = (day: number, n: number, of = account) =>
    act(day, payer, {
      name: 'propose-statement',
      data: async ({ platform: { settlement, clock } }: Scene) => {
        const settling = await settlement.settling(of, clock.now());
        const next = settling?.next((await settlement.account(of)).state);
        if (next?.period.from !== periodOf(n).from) throw new Error(`not period ${n} of ${of.ledger} ${of.clause} to settle: ${next?.period.from}`);
        return { ...of, period: next.period.from, basis: next.basis, note: '' };
      },
    });
  const statementOf = async ({ platform: { settlement } }: Scene, n: number, of = account) => {
    const { state } = await settlement.account(of);
    const found = state.statements.find(({ period }) => period.from === periodOf(n).from);
    if (!found) throw new Error(`no statement of the ${n}th period`);
    return { found, on: { ...of, period: found.period.from, basis: found.digest } };
  };
  const answered = (day: number, who: string, n: number, of = account) =>
    act(day, who, { name: 'confirm-statement', data: async (scene: Scene) => (await statementOf(scene, n, of)).on });
  const voucher = async (scene: Scene, day: number, number: string) => ({
    number,
    on: addDays(firstDay, day),
    document: await scene.keep(payer, `拨款凭证-${number}.txt`, `示例文件：拨款凭证 ${number}（虚构）`),
  });
  const paid = (day: number, amount: string, number: string) =>
    act(day, payer, {
      name: 'record-payment',
      data: async (scene: Scene) => ({ ...account, to: payee as OrganisationId, amount, voucher: await voucher(scene, day, number) }),
    });
  const passedOn = (day: number, payment: number, number: string) =>
    act(day, payer, {
      name: 'record-payment-hop',
      data: async (scene: Scene) => ({ ...account, payment, hop: 1, voucher: await voucher(scene, day, number) }),
    });
  const arrived = (day: number, payment: number, hop: number) =>
    act(day, `${payee}/head`, { name: 'confirm-payment-hop', data: { ...account, payment, hop } });

  return [
    act(33, payer, {
      name: 'report-milestone',
      data: async (scene: Scene) => ({
        agreement,
        milestone: {
          kind: 'full-capacity' as const,
          on: addDays(periodOf(0).from, 18),
          documents: [await scene.keep(payer, '达产验收意见.txt', '示例文件：达产验收意见（虚构）')],
          note: '首个入园企业达产',
        },
      }),
    }),
    figures(34, [0, 1, 2]),
    confirmed(37, 1, 6, [1]),
    proposed(40, 0),
    answered(41, `${payer}/head`, 0),
    answered(42, `${payee}/head`, 0),
    paid(52, '485185184', '拨付示例1号'),
    arrived(53, 1, 0),
    passedOn(57, 1, '拨付示例1号-省'),
    arrived(59, 1, 1),
    proposed(62, 1),
    answered(63, `${payee}/head`, 1),
    act(65, `${payer}/head`, {
      name: 'dispute-statement',
      data: async (scene: Scene) => {
        const { found, on } = await statementOf(scene, 1);
        const part = found.parts.find(({ subject }) => subject === 'money');
        const line = part?.lines.findIndex(({ party }) => party === payee) ?? -1;
        const claimed = (BigInt(part?.lines[line]?.amount ?? '0') - 24_000_000n).toString();
        return { ...on, disputes: [{ subject: 'money' as const, line, claimed, reason: '季末一笔多缴增值税应予扣除', documents: [] }] };
      },
    }),
    paid(75, '200000000', '拨付示例2号'),
    arrived(76, 2, 0),
    act(90, payer, {
      name: 'report-figures',
      data: async (scene: Scene) => ({
        agreement,
        figures: [
          {
            figure: {
              measure: 'refund/value-added/local-retained' as const,
              period: periodOf(0),
              amount: '12345679',
              effectiveOn: addDays(firstDay, 88),
              estimated: false,
              document: await scene.keep(payer, '退库审批.txt', '示例文件：退库审批（虚构）'),
              note: '达产首季多缴退库',
            },
          },
        ],
      }),
    }),
    confirmed(92, 7, 7),
    proposed(98, 2),
    answered(99, `${payer}/head`, 2),
    answered(100, `${payee}/head`, 2),
    figures(112, [3], [...taxes, output]),
    confirmed(115, 8, 10),
    ...counted.flatMap((of) => [proposed(116, 3, of), answered(116, `${payer}/head`, 3, of), answered(117, `${payee}/head`, 3, of)]),
    act(118, `${payee}`, {
      name: 'propose-resolution',
      data: async (scene: Scene) => {
        const { found } = await statementOf(scene, 1);
        const amount = found.parts.find(({ subject }) => subject === 'money')?.lines.find(({ party }) => party === payee)?.amount ?? '0';
        return {
          ...account,
          dispute: 1,
          amount: (BigInt(amount) - 12_000_000n).toString(),
          by: 'parties' as const,
          effect: 'stands' as const,
          basis: { text: '双方财税部门核对后，多缴税款按半数扣除', documents: [], resolvedOn: addDays(firstDay, 117) },
        };
      },
    }),
    proposed(163, 3),
    answered(164, `${payer}/head`, 3),
    act(166, payer, {
      name: 'report-figures',
      data: async (scene: Scene) => ({
        agreement,
        figures: [
          {
            figure: {
              measure: VAT,
              period: periodOf(2),
              amount: '297530100',
              effectiveOn: periodOf(2).to,
              estimated: false,
              document: await scene.keep(payer, '入库证明-更正.txt', '示例文件：更正后的入库证明（虚构）'),
              note: '',
            },
            restates: { supersedes: 3, reason: '滞纳金误计入税款' },
          },
        ],
      }),
    }),
    act(167, payee, {
      name: 'question-report',
      data: { agreement, kind: 'figure', number: 11, reason: '请补充滞纳金明细' },
    }),
  ];
}
