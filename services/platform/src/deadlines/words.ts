import type { ClearanceStep } from '@lianyu/domain/clearance';
import { type DeadlineKind, isDated } from '@lianyu/domain/deadlines';
import type { DeadlineDocument } from '@lianyu/projections/folds';

export type Language = 'zh' | 'en';

/** What a deadline is called where there is no user interface to say it: in a calendar. */
const kinds: Readonly<Record<DeadlineKind, Readonly<Record<Language, string>>>> = {
  file: { zh: '协议备案', en: 'File the agreement' },
  'make-good': { zh: '违约补正', en: 'Make good the breach' },
  'report-figures': { zh: '报送数据', en: 'Report figures' },
  'confirm-statement': { zh: '确认结算单', en: 'Confirm the statement' },
  'resolve-dispute': { zh: '处理争议', en: 'Resolve the dispute' },
  pay: { zh: '结算付款', en: 'Pay the settlement' },
  'negotiation-ends': { zh: '磋商期限届满', en: 'Negotiation ends' },
  'take-force': { zh: '协议生效', en: 'Agreement takes force' },
  'amendment-applies': { zh: '变更开始适用', en: 'Amendment applies' },
  expire: { zh: '协议届满', en: 'Agreement expires' },
  termination: { zh: '协商解除之日', en: 'Termination by consent' },
  'policy-termination': { zh: '政策变化解除之日', en: 'Termination by policy change' },
  'internal-step': { zh: '内部程序', en: 'Internal step' },
  'delegation-ends': { zh: '委托期满', en: 'Delegation ends' },
  'authority-ends': { zh: '授权文件期满', en: 'Document of authority ends' },
  'secondment-ends': { zh: '挂职期满', en: 'Secondment ends' },
};
const steps: Readonly<Record<ClearanceStep, Readonly<Record<Language, string>>>> = {
  consultation: { zh: '会签', en: 'consultation' },
  'legal-review': { zh: '合法性审查', en: 'legal review' },
  'fair-competition-review': { zh: '公平竞争审查', en: 'fair competition review' },
  'collective-decision': { zh: '集体决策', en: 'collective decision' },
  'seal-approval': { zh: '用印审批', en: 'seal approval' },
};
const provisional = { zh: '暂定：该年度工作日安排尚未公布', en: 'Provisional: the official calendar of that year is not published' };
const period = { zh: '结算期', en: 'Period' };
const late = { zh: '逾期', en: 'overdue' };

export function summaryOf({ kind, title, open, duty, on, step }: DeadlineDocument, language: Language, today: string): string {
  const name = title[language] === '' ? title.zh : title[language];
  const mark = !open || (isDated(kind) && on < today) ? '✓ ' : duty && on < today ? `【${late[language]}】` : '';
  const what = step === undefined ? '' : language === 'zh' ? `：${steps[step].zh}` : `: ${steps[step].en}`;
  return `${mark}${kinds[kind][language]}${what} · ${name}`;
}

export function descriptionOf(document: DeadlineDocument, language: Language, nameOf: (organisation: string) => string): string {
  const { who, agreementNumber, period: of, provisional: isProvisional, mandate } = document;
  const lines = [
    who.map(nameOf).join(language === 'zh' ? '、' : ', '),
    agreementNumber ?? mandate?.document ?? '',
    of ? `${period[language]} ${of.from} – ${of.to}` : '',
    isProvisional ? provisional[language] : '',
  ];
  return lines.filter((line) => line !== '').join('\n');
}
