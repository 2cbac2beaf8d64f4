import type { RoughRecord } from '../../sharing/form/rough.ts';
import type { Draft, DraftClause } from './model.ts';

/** What an agreement of this field usually speaks of, to begin with; every word of it is there to be changed. */
export function starterDraft(own: string): Draft {
  return {
    title: { zh: '', en: '' },
    mode: 'co-built-park',
    parties: [
      { key: 'p1', organisation: own, side: 'origin' },
      { key: 'p2', organisation: '', side: 'destination' },
    ],
    clauses: [
      clause('basis', '合作依据', '双方依据国家关于区域协调发展和产业有序转移的政策，本着自愿平等、优势互补、风险共担、利益共享的原则，订立本协议。'),
      clause('site', '合作园区', '双方合作建设的园区名称为____，规划面积____亩，四至范围以附图为准。'),
      clause('entry', '准入条件', '入园项目应当符合国家产业政策和迁入地产业布局，不得引入淘汰类产能；投资强度和亩均税收标准由双方另行确定。'),
      clause('duties', '双方职责', '迁出地负责项目推介、企业对接和人才技术支持；迁入地负责土地、基础设施、要素保障和全过程代办服务。'),
      { id: 'sharing', heading: { zh: '利益共享', en: '' }, text: { zh: '', en: '' }, sharing: {} },
      clause('statistics', '统计口径', '经济指标由迁入地统计部门按在地原则依法统计并对外使用；双方内部考核的分算办法另行约定，不得对外发布。'),
      clause('settlement', '结算', '分享金额以年度结算，由双方财政部门于次年二月底前核对一致；核对有异议的部分暂缓划转，无异议部分照常结算。'),
      clause('committee', '协调机制', '双方设立联合工作组，各指定一名联系人，每半年至少会商一次，协调本协议履行中的重大事项。'),
      clause('exit', '退出与清算', '本协议终止时，未结算的分享款项应当继续结算；共同投入形成的资产按出资比例清算。'),
      clause('disputes', '争议解决', '因履行本协议发生的争议，由双方协商解决；协商不成的，提请双方共同的上级机关协调。'),
    ],
    effect: { kind: 'on-conclusion', date: '' },
    until: '',
  };
}

/** A paper is written off, not drafted: what it says, as one clause to begin with. */
export function paperDraft(own: string | undefined, heading: string): Draft {
  return {
    title: { zh: '', en: '' },
    mode: 'co-built-park',
    parties: [
      { key: 'p1', organisation: own ?? '', side: 'origin' },
      { key: 'p2', organisation: '', side: 'destination' },
    ],
    clauses: [clause('summary', heading, '')],
    effect: { kind: 'on-conclusion', date: '' },
    until: '',
    paper: {},
  };
}

/** An empty clause with an id that no clause of this negotiation has had: a redline must not take it for one that was removed. */
export function freshClause(sharing?: RoughRecord): DraftClause {
  const id = `c-${crypto.randomUUID().slice(0, 13)}`;
  const empty = { id, heading: { zh: '', en: '' }, text: { zh: '', en: '' } };
  return sharing ? { ...empty, sharing } : empty;
}

export const freshKey = () => crypto.randomUUID().slice(0, 8);

const clause = (id: string, heading: string, text: string): DraftClause => ({ id, heading: { zh: heading, en: '' }, text: { zh: text, en: '' } });
