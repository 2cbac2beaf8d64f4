import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, recordedBy } from '../../kernel/given.fixtures.ts';
import { entriesOf, fold, isRefusal, type Person, type Recorded } from '../../kernel/index.ts';
import { agreement, BAYANNUR, DALIAN, figure, people, process, TODAY, XIAN } from '../settlement.fixtures.ts';
import { coversSame } from './cover.ts';
import { counts, type FiguresCommand, type FiguresEvent, type FiguresState, figuresDecider, stands } from './index.ts';

const kinds = [
  'report',
  'report',
  'restate',
  'confirm',
  'confirm',
  'question-report',
  'answer-question',
  'withdraw-report',
  'confirm-withdrawal',
  'decline-withdrawal',
] as const;
const everybody: readonly Person[] = Object.values(people);
const step = fc.record({ kind: fc.constantFrom(...kinds), who: fc.nat(everybody.length - 1), pick: fc.nat(5), quarter: fc.nat(2) });

function commandFrom(
  { kind, who, pick, quarter }: { kind: (typeof kinds)[number]; who: number; pick: number; quarter: number },
  state: FiguresState,
): FiguresCommand {
  const actor = everybody[who] as Person;
  const number = Math.max(1, state.figures.size - pick);
  const [from, to] = [
    ['2025-01-01', '2025-03-31'],
    ['2025-01-01', '2025-06-30'],
    ['2025-04-01', '2025-06-30'],
  ][quarter] as [string, string];
  const content = figure({ period: { from: day(from), to: day(to) }, amount: String(pick) });
  switch (kind) {
    case 'report':
      return { type: 'report-figures', actor, today: TODAY, figures: [{ figure: content }] };
    case 'restate':
      return { type: 'report-figures', actor, today: TODAY, figures: [{ figure: content, restates: { supersedes: number, reason: '-' } }] };
    case 'confirm':
      return { type: 'confirm-reports', actor, figures: [number], milestones: [] };
    case 'answer-question':
      return { type: kind, actor, kind: 'figure', number, answer: '-' };
    case 'confirm-withdrawal':
      return { type: kind, actor, kind: 'figure', number };
    default:
      return { type: kind, actor, kind: 'figure', number, reason: '-' };
  }
}

const counting = (of: FiguresState) => entriesOf(of.figures).filter(counts);

function checkInvariants(state: FiguresState, readers: number): void {
  const now = counting(state);
  for (const report of now) {
    for (const other of now) if (other !== report) expect(coversSame(report, other)).toBe(false);
    expect(new Set(report.confirmations.map(({ party }) => party)).size).toBe(readers - 1);
    expect(report.confirmations.some(({ party, member }) => party === report.party || member === report.member)).toBe(false);
    const change = entriesOf(state.figures)[(report.change ?? 0) - 1];
    if (report.change !== undefined) expect(change && stands(change) && change.supersedes?.number === report.number).toBe(true);
  }
}

/** The events that change which figures are computed with. */
const mayChange = ['FigureConfirmed', 'FigureSuperseded', 'FigureWithdrawalConfirmed'];

test('ST-3 ST-6 ST-7 CM-1 whatever is said, what counts is never counted twice and changes only by what all have confirmed', () => {
  let counted = 0;
  fc.assert(
    fc.property(fc.boolean(), fc.array(step, { minLength: 20, maxLength: 120 }), (three, steps) => {
      const readers = three ? [XIAN, BAYANNUR, DALIAN] : [XIAN, BAYANNUR];
      const log: Recorded<FiguresEvent>[] = [
        recordedBy({ type: 'ReportingOpened', data: { agreement, parties: [XIAN, BAYANNUR, DALIAN], readers } }, process),
      ];
      let state = fold(figuresDecider, log);
      for (const each of steps) {
        const command = commandFrom(each, state);
        const decision = figuresDecider.decide(command, state);
        if (isRefusal(decision) || !('actor' in command)) continue;
        for (const event of decision) {
          const before = counting(state).map(({ number }) => number);
          const recorded = recordedBy(event, command.actor, log.length);
          log.push(recorded);
          state = figuresDecider.evolve(state, recorded);
          const after = counting(state).map(({ number }) => number);
          if (!mayChange.includes(event.type)) expect(after).toEqual(before);
        }
        checkInvariants(state, readers.length);
      }
      counted += counting(state).length;
      expect(fold(figuresDecider, log)).toEqual(state);
    }),
    { numRuns: 200 },
  );
  expect(counted).toBeGreaterThan(50);
});
