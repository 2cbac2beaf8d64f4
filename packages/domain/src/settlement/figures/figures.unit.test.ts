import { expect, test } from 'vitest';
import { day, given } from '../../kernel/given.fixtures.ts';
import { type Actor, fold, numbered } from '../../kernel/index.ts';
import { agreement, BAYANNUR, DALIAN, figure, historyOf, people, process, TODAY, XIAN } from '../settlement.fixtures.ts';
import { availableOnReport, awaited, type FiguresCommand, figuresDecider, type MilestoneContent, type NewFigure } from './index.ts';

const { xianOfficer, xianReviewer, bayannurOfficer, bayannurReviewer, dalianReviewer, stranger } = people;
type Step = readonly [FiguresCommand, Actor];
const open = (readers = [XIAN, BAYANNUR]): Step => [{ type: 'open-reporting', agreement, parties: [XIAN, BAYANNUR, DALIAN], readers }, process];
const report = (figures: readonly NewFigure[], actor = bayannurOfficer): Step => [{ type: 'report-figures', actor, today: TODAY, figures }, actor];
const confirm = (numbers: readonly number[], actor = xianReviewer): Step => [
  { type: 'confirm-reports', actor, figures: numbers, milestones: [] },
  actor,
];
const withdraw = (number: number, actor = bayannurOfficer): Step => [
  { type: 'withdraw-report', actor, kind: 'figure', number, reason: '重复报送' },
  actor,
];
const question = (number: number, actor = xianOfficer): Step => [
  { type: 'question-report', actor, kind: 'figure', number, reason: '与入库数不符' },
  actor,
];
const history = (...steps: readonly Step[]) => historyOf(figuresDecider, steps);
const phases = (...steps: readonly Step[]) => {
  const { figures } = fold(figuresDecider, history(...steps));
  return figures.pages.flat().map(({ phase }) => phase);
};
const milestone: MilestoneContent = {
  kind: 'full-capacity',
  on: day('2026-03-01'),
  documents: [{ digest: figure().document.digest, name: '验收报告.pdf' }],
  note: '',
};

test('ST-1 a figure is reported with period, document and effective day, and confirmed by the other party', () => {
  given(figuresDecider, history(open()))
    .when(report([{ figure: figure() }])[0])
    .then([{ type: 'FigureReported', data: { agreement, number: 1, party: 'bayannur', readers: ['xian', 'bayannur'], figure: figure() } }]);
  given(figuresDecider, history(open(), report([{ figure: figure() }])))
    .when(confirm([1])[0])
    .then([{ type: 'FigureConfirmed', data: { agreement, number: 1, party: 'xian' } }]);
  expect(phases(open(), report([{ figure: figure() }]), confirm([1]))).toEqual(['confirmed']);
  given(figuresDecider, [])
    .when(report([{ figure: figure() }])[0])
    .refuses('REPORTING_UNKNOWN');
  given(figuresDecider, history(open())).when(open()[0]).refuses('REPORTING_EXISTS');
});

test('ST-1 with three parties concerned all the others confirm', () => {
  const three = open([XIAN, BAYANNUR, DALIAN]);
  expect(phases(three, report([{ figure: figure() }]), confirm([1]))).toEqual(['reported']);
  expect(phases(three, report([{ figure: figure() }]), confirm([1]), confirm([1], dalianReviewer))).toEqual(['confirmed']);
  const state = fold(figuresDecider, history(three, report([{ figure: figure() }]), confirm([1])));
  const found = numbered(state.figures, 1);
  expect(found && awaited(found)).toEqual(['dalian']);
});

test('ST-2 only parties concerned report and confirm, nobody confirms the own party’s figures, and nobody acts for two', () => {
  given(figuresDecider, history(open()))
    .when(report([{ figure: figure() }], stranger)[0])
    .refuses('NOT_A_PARTY');
  given(figuresDecider, history(open()))
    .when(report([{ figure: figure() }], people.dalianOfficer)[0])
    .refuses('NOT_A_PARTY');
  const reported = history(open(), report([{ figure: figure() }]));
  given(figuresDecider, reported)
    .when(confirm([1], bayannurReviewer)[0])
    .refuses('REPORT_OWN');
  given(figuresDecider, reported).when(question(1, bayannurReviewer)[0]).refuses('REPORT_OWN');
  given(figuresDecider, reported).when(withdraw(1, xianOfficer)[0]).refuses('REPORT_NOT_OWN');
  given(figuresDecider, reported)
    .when(confirm([2])[0])
    .refuses('REPORT_UNKNOWN');
  const seconded = { ...xianReviewer, member: bayannurOfficer.member };
  given(figuresDecider, reported)
    .when(confirm([1], seconded)[0])
    .refuses('ACTS_FOR_ANOTHER_PARTY', { party: 'bayannur' });
});

test('ST-3 what would be counted twice is refused: overlapping periods, one enterprise and all of them, twice in one batch', () => {
  const company = { code: '91150203011539802X', name: '某公司' };
  const reported = history(open(), report([{ figure: figure({ company }) }]));
  const refused = (changes: Parameters<typeof figure>[0]) =>
    given(figuresDecider, reported)
      .when(report([{ figure: figure(changes) }])[0])
      .refuses('FIGURE_COVERED', { number: 1, row: 0 });
  refused({ company });
  refused({ company, period: { from: day('2026-03-01'), to: day('2026-03-31') }, amount: '1' });
  refused({});
  const goes = (changes: Parameters<typeof figure>[0], actor = bayannurOfficer) =>
    given(figuresDecider, reported)
      .when(report([{ figure: figure(changes) }], actor)[0])
      .yields('FigureReported');
  goes({ company: { ...company, code: '911101066976941872' } });
  goes({ company, measure: 'tax/enterprise-income/local-retained' });
  goes({ company, period: { from: day('2025-10-01'), to: day('2025-12-31') } });
  goes({ company }, xianOfficer);
  goes({ company, consolidated: 'branch' });
  given(figuresDecider, history(open()))
    .when(report([{ figure: figure() }, { figure: figure({ amount: '2' }) }])[0])
    .refuses('FIGURE_COVERED', { row: 1, number: 1 });
});

test('ST-3 tax paid back may come several times in one period, but one and the same only once', () => {
  const refund = { measure: 'refund/value-added/local-retained', amount: '123456789' } as const;
  const reported = history(open(), report([{ figure: figure(refund) }]));
  given(figuresDecider, reported)
    .when(report([{ figure: figure(refund) }])[0])
    .refuses('FIGURE_COVERED');
  given(figuresDecider, reported)
    .when(report([{ figure: figure({ ...refund, effectiveOn: day('2026-03-30') }) }])[0])
    .yields('FigureReported');
});

test('ST-3 periods are sound: not backwards, not longer than a year, not of the future', () => {
  const refused = (from: string, to: string, code: 'FIGURE_PERIOD_INVALID' | 'FIGURE_NOT_YET') =>
    given(figuresDecider, history(open()))
      .when(report([{ figure: figure({ period: { from: day(from), to: day(to) } }) }])[0])
      .refuses(code, { row: 0 });
  refused('2026-03-31', '2026-03-01', 'FIGURE_PERIOD_INVALID');
  refused('2024-01-01', '2025-01-01', 'FIGURE_PERIOD_INVALID');
  refused('2026-04-21', '2026-04-30', 'FIGURE_NOT_YET');
});

test('ST-4 a batch is recorded whole or not at all', () => {
  const bad = { figure: figure({ period: { from: day('2026-09-01'), to: day('2026-09-30') } }) };
  given(figuresDecider, history(open()))
    .when(report([{ figure: figure() }, bad])[0])
    .refuses('FIGURE_NOT_YET', { row: 1 });
  given(figuresDecider, history(open(), report([{ figure: figure() }])))
    .when(confirm([1, 2])[0])
    .refuses('REPORT_UNKNOWN');
  given(figuresDecider, history(open(), report([{ figure: figure() }])))
    .when(confirm([1, 1])[0])
    .refuses('REPORT_ALREADY_CONFIRMED');
  given(figuresDecider, history(open())).when(report([])[0]).refuses('REPORTS_TOO_MANY');
});

test('ST-5 a question waits for an answer, and does not keep the party that asked from confirming', () => {
  const answer: Step = [{ type: 'answer-question', actor: bayannurOfficer, kind: 'figure', number: 1, answer: '含三月补缴' }, bayannurOfficer];
  const asked = [open(), report([{ figure: figure() }]), question(1)];
  expect(phases(...asked)).toEqual(['questioned']);
  expect(phases(...asked, answer)).toEqual(['reported']);
  expect(phases(...asked, confirm([1]))).toEqual(['confirmed']);
  given(figuresDecider, history(...asked))
    .when(question(1)[0])
    .refuses('REPORT_NOT_STANDING');
  given(figuresDecider, history(...asked, answer))
    .when(answer[0])
    .refuses('REPORT_NOT_QUESTIONED');
  given(figuresDecider, history(...asked, confirm([1])))
    .when(question(1)[0])
    .refuses('REPORT_ALREADY_CONFIRMED');
});

test('ST-6 a restated figure names what it corrects; of a confirmed one it takes the place when it is confirmed itself', () => {
  const restate = (supersedes: number, amount: string): Step =>
    report([{ figure: figure({ amount }), restates: { supersedes, reason: '漏报三月' } }]);
  const confirmed = [open(), report([{ figure: figure() }]), confirm([1])];
  expect(phases(...confirmed, restate(1, '2'))).toEqual(['confirmed', 'reported']);
  expect(phases(...confirmed, restate(1, '2'), confirm([2]))).toEqual(['superseded', 'confirmed']);
  given(figuresDecider, history(...confirmed, restate(1, '2')))
    .when(confirm([2])[0])
    .yields('FigureConfirmed', 'FigureSuperseded');
  expect(phases(open(), report([{ figure: figure() }]), restate(1, '2'))).toEqual(['superseded', 'reported']);
  for (const change of [restate(1, '3'), withdraw(1), restate(2, '3')])
    given(figuresDecider, history(...confirmed, restate(1, '2')))
      .when(change[0])
      .refuses('REPORT_CHANGE_PENDING');
  expect(phases(...confirmed, restate(1, '2'), withdraw(2))).toEqual(['confirmed', 'withdrawn']);
  expect(phases(...confirmed, restate(1, '2'), withdraw(2), restate(1, '3'), confirm([3]))).toEqual(['superseded', 'withdrawn', 'confirmed']);
  given(figuresDecider, history(...confirmed))
    .when(report([{ figure: figure(), restates: { supersedes: 9, reason: '-' } }])[0])
    .refuses('REPORT_UNKNOWN');
  given(figuresDecider, history(...confirmed))
    .when(report([{ figure: figure(), restates: { supersedes: 1, reason: '-' } }], xianOfficer)[0])
    .refuses('REPORT_NOT_OWN');
});

test('ST-7 what all have confirmed is withdrawn only when all have confirmed that; before, at once; each with a reason', () => {
  const confirmed = [open(), report([{ figure: figure() }]), confirm([1])];
  const agree: Step = [{ type: 'confirm-withdrawal', actor: xianReviewer, kind: 'figure', number: 1 }, xianReviewer];
  const decline: Step = [{ type: 'decline-withdrawal', actor: xianReviewer, kind: 'figure', number: 1, reason: '票据齐全' }, xianReviewer];
  expect(phases(open(), report([{ figure: figure() }]), withdraw(1))).toEqual(['withdrawn']);
  expect(phases(...confirmed, withdraw(1))).toEqual(['withdrawing']);
  expect(phases(...confirmed, withdraw(1), agree)).toEqual(['withdrawn']);
  expect(phases(...confirmed, withdraw(1), decline)).toEqual(['confirmed']);
  given(figuresDecider, history(...confirmed))
    .when(agree[0])
    .refuses('WITHDRAWAL_NOT_PENDING');
  given(figuresDecider, history(...confirmed, withdraw(1)))
    .when(withdraw(1)[0])
    .refuses('REPORT_NOT_STANDING');
  given(figuresDecider, history(...confirmed, withdraw(1), agree))
    .when(confirm([1])[0])
    .refuses('REPORT_NOT_STANDING');
  expect(phases(...confirmed, withdraw(1), agree, report([{ figure: figure() }]))).toEqual(['withdrawn', 'reported']);
});

test('ST-8 a milestone is reported by one party, confirmed or questioned by the other, and retracted with a reason', () => {
  const tell: Step = [{ type: 'report-milestone', actor: bayannurOfficer, today: TODAY, milestone }, bayannurOfficer];
  const agree: Step = [{ type: 'confirm-reports', actor: xianReviewer, figures: [], milestones: [1] }, xianReviewer];
  const retract: Step = [{ type: 'withdraw-report', actor: bayannurOfficer, kind: 'milestone', number: 1, reason: '复核未达产' }, bayannurOfficer];
  const accept: Step = [{ type: 'confirm-withdrawal', actor: xianReviewer, kind: 'milestone', number: 1 }, xianReviewer];
  const types = (...steps: readonly Step[]) => history(...steps).map(({ event }) => event.type);
  expect(types(open(), tell, agree, retract, accept)).toEqual([
    'ReportingOpened',
    'MilestoneReported',
    'MilestoneConfirmed',
    'MilestoneRetracted',
    'MilestoneRetractionConfirmed',
  ]);
  given(figuresDecider, history(open(), tell)).when(tell[0]).refuses('MILESTONE_REPORTED', { number: 1 });
  given(figuresDecider, history(open(), tell, retract))
    .when(tell[0])
    .yields('MilestoneReported');
  given(figuresDecider, history(open(), tell))
    .when({ type: 'question-report', actor: xianReviewer, kind: 'milestone', number: 1, reason: '产能未达' })
    .yields('MilestoneQuestioned');
  given(figuresDecider, history(open()))
    .when({ type: 'report-milestone', actor: bayannurOfficer, today: TODAY, milestone: { ...milestone, on: day('2026-04-21') } })
    .refuses('MILESTONE_NOT_YET');
});

test('AZ-4 what may be said to a report is the decider’s own word', () => {
  const state = fold(figuresDecider, history(open(), report([{ figure: figure() }])));
  const open_ = (actor: typeof xianReviewer) =>
    availableOnReport(state, actor, 'figure', 1).flatMap(({ command, missing }) => (missing.length === 0 ? [command] : []));
  expect(open_(xianReviewer)).toEqual(['confirm-reports', 'question-report']);
  expect(open_(bayannurOfficer)).toEqual(['withdraw-report']);
  expect(open_(stranger)).toEqual([]);
});

test('AZ-5 what a delegate reports and confirms names the principal with it', () => {
  const acting = { ...bayannurOfficer, onBehalfOf: stranger.member };
  const confirming = { ...xianReviewer, onBehalfOf: dalianReviewer.member };
  const state = fold(figuresDecider, history(open(), report([{ figure: figure() }], acting), confirm([1], confirming)));
  const found = numbered(state.figures, 1);
  expect(found).toMatchObject({ member: bayannurOfficer.member, onBehalfOf: stranger.member });
  expect(found?.confirmations).toMatchObject([{ member: xianReviewer.member, onBehalfOf: dalianReviewer.member }]);
  const own = fold(figuresDecider, history(open(), report([{ figure: figure() }])));
  expect(numbered(own.figures, 1)).not.toHaveProperty('onBehalfOf');
});
