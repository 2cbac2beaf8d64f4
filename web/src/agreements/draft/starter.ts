import type { Draft, DraftClause, DraftSharing } from './editing.ts';

/** Usual clauses to begin with; every word of them is there to be changed. */
export function starterDraft(own: string): Draft {
  return {
    title: { zh: '', en: '' },
    mode: 'co-built-park',
    parties: [
      { organisation: own, side: 'origin' },
      { organisation: '', side: 'destination' },
    ],
    clauses: [
      text('basis', '合作依据', '双方本着自愿平等、优势互补、风险共担、利益共享的原则，订立本协议。'),
      text('site', '合作园区', '双方合作建设的园区名称、四至范围和面积以附图为准。'),
      text('entry', '准入条件', '入园项目应当符合国家产业政策和迁入地产业布局。'),
      text('duties', '双方职责', '迁出地负责项目推介和人才技术支持；迁入地负责土地、基础设施和要素保障。'),
      { id: 'sharing', heading: { zh: '利益共享', en: '' }, text: { zh: '', en: '' }, sharing: starterSharing() },
      text('statistics', '统计口径', '经济指标按在地原则统计；内部考核的分算办法另行约定，不得对外发布。'),
      text('settlement', '结算', '分享金额以年度结算，由双方财政部门于次年二月底前核对一致；核对有异议的部分暂缓划转，无异议部分照常结算。'),
      text('exit', '退出与清算', '本协议终止时，未结算的分享款项应当继续结算；共同投入形成的资产按出资比例清算。'),
      text('disputes', '争议解决', '因履行本协议发生的争议，由双方协商解决；协商不成的，提请双方共同的上级机关协调。'),
    ],
    effectOn: '',
    until: '',
  };
}

export function starterSharing(): DraftSharing {
  return {
    taxes: [
      { tax: 'value-added', level: 'local-retained' },
      { tax: 'enterprise-income', level: 'local-retained' },
    ],
    startOn: '',
    milestone: 'full-capacity',
    years: 'calendar',
    bands: [{ fromYear: '1', toYear: '', shares: {} }],
    level: 'total',
    negative: 'mirror',
  };
}

const text = (id: string, zh: string, body: string): DraftClause => ({ id, heading: { zh, en: '' }, text: { zh: body, en: '' } });

/** A clause id that no clause of the draft has. */
export function freshId(clauses: readonly DraftClause[]): string {
  for (let number = clauses.length + 1; ; number += 1) if (!clauses.some(({ id }) => id === `clause-${number}`)) return `clause-${number}`;
}
