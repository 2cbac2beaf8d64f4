import type { Language } from '../command.ts';
import type { Checked } from './check.ts';
import type { Report } from './command.ts';
import type { Difference } from './differences.ts';

const words = {
  zh: {
    statements: '结算单',
    same: '一致',
    different: '不一致',
    unverifiable: '无法核对',
    unread: '无法读取',
    today: '按今天的引擎和参考数据会不同（另行报告，不是错误）',
    position: '日志读到位置',
    recorded: '日志',
    computed: '重算',
    proposal: '第 {n} 次提出',
  },
  en: {
    statements: 'statements',
    same: 'the same',
    different: 'different',
    unverifiable: 'cannot be verified',
    unread: 'cannot be read',
    today: 'would differ under today’s engine and reference data (apart, and no error)',
    position: 'log read up to position',
    recorded: 'recorded',
    computed: 'computed',
    proposal: 'proposal {n}',
  },
} as const;

export function reportText(report: Report, language: Language): string {
  const w = words[language];
  const { engine, reference, differ } = report.today;
  return [
    `${w.position} ${report.position ?? '-'}`,
    `${w.statements}: ${report.statements}, ${w.same}: ${report.same}, ${w.different}: ${report.different.length}, ${w.unverifiable}: ${report.unverifiable.length}, ${w.unread}: ${report.unread.length}`,
    ...report.different.flatMap((each) => [`\n${w.different}: ${named(each, language)}`, ...each.differences.map((one) => line(one, language))]),
    ...report.unverifiable.map((each) => `\n${w.unverifiable}: ${named(each, language)} (${each.statement.engine}, ${each.statement.reference})`),
    ...report.unread.map(({ stream, problem }) => `\n${w.unread}: ${stream}: ${problem}`),
    `\n${w.today} (${engine}, ${reference}): ${differ.length}`,
    ...differ.flatMap((each) => [`  ${named(each, language)}`, ...each.today.map((one) => line(one, language))]),
  ].join('\n');
}

function named({ statement }: Checked, language: Language): string {
  const { agreement, clause, ledger, period, proposal, stream, revision } = statement;
  return `${agreement}/${clause}/${ledger}/${period.from} (${words[language].proposal.replace('{n}', String(proposal))}, ${stream}@${revision})`;
}

function line({ path, recorded, computed }: Difference, language: Language): string {
  const w = words[language];
  return `    ${path}: ${w.recorded} ${JSON.stringify(recorded)}, ${w.computed} ${JSON.stringify(computed)}`;
}
