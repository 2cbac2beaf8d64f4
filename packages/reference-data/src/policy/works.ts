import type { Work } from './measure.ts';

/** Objects of work that more than one measure names. */
export const agreements: Work = {
  object: { zh: '跨区域合作协议（共建、托管、飞地、一区多园）', en: 'agreements between zones of different regions' },
  path: '/agreements',
  who: { zh: '各开发区管委会；协调办登记公开协议', en: 'zone committees; the office registers published ones' },
  events: ['AgreementConcluded', 'AgreementRegistered'],
};

export const sharing: Work = {
  object: { zh: '利益共享结算', en: 'settlement of shared benefits' },
  path: '/settlement',
  who: { zh: '协议各方财务经办、复核', en: 'finance officers and reviewers of the parties' },
  events: ['StatementConfirmed'],
};

export const figures: Work = {
  object: { zh: '双方确认的数据（信息共享）', en: 'figures confirmed by both sides (shared information)' },
  path: '/figures',
  who: { zh: '协议各方财务经办、复核', en: 'finance officers and reviewers of the parties' },
  events: ['FigureConfirmed', 'MilestoneConfirmed'],
};

export const obligations: Work = {
  object: { zh: '承诺期限与履行', en: 'promises, their days and fulfilment' },
  path: '/deadlines',
  who: { zh: '承诺单位；协调办提示督办', en: 'who promised; the office reminds' },
  events: ['AgreementFiled', 'PaymentHopConfirmed'],
};

export const quotas: Work = {
  object: { zh: '用地、用能、用水、碳排放指标台账（单列、预留、使用、划转）', en: 'ledgers of land, energy, water and carbon quotas' },
  path: '/policy/resources',
  who: { zh: '各开发区经办、签署人；协调办登记下达', en: 'drafters and signatories of zones; the office records allotments' },
  events: ['QuotaAllotted', 'QuotaUsed'],
};

export const pooledQuotas: Work = {
  object: { zh: '指标跨区划转（资源统筹）', en: 'quotas made over to partners (pooled resources)' },
  path: '/policy/resources',
  who: { zh: '双方签署人', en: 'signatories of both sides' },
  events: ['QuotaTransferAccepted'],
};

export const secondments: Work = {
  object: { zh: '人才交流（挂职）', en: 'exchange of people (secondment)' },
  path: '/administration',
  who: { zh: '派出、接收单位管理员', en: 'administrators of both organisations' },
  events: ['SecondeeReceived'],
};

export const internalProcedure: Work = {
  object: { zh: '内部程序与权限留痕（会签、合法性审查、集体决策、用印）', en: 'internal procedure on record' },
  path: '/procedure',
  who: { zh: '各单位经办、法制、负责人', en: 'drafters, legal reviewers and heads of each organisation' },
  events: ['ClearanceGranted', 'ProcedureAdopted'],
};
