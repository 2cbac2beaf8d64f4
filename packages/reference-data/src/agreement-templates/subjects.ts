import type { Source } from '../source.ts';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What an agreement of this field speaks of. The first clause of a subject has the subject's id; further ones begin with it. */
export interface Subject {
  readonly id: string;
  readonly name: Words;
  /** Words by which a heading that somebody wrote by hand is known to be about it. */
  readonly known: readonly string[];
}

/** Where the list of subjects was read. No document says it whole: it is put together from agreements and measures on government contracts. */
export const subjectsSource: Source = {
  citation:
    '宁德异地落户协议（2017）、川浙合作产业园协议（2009）、合淮合作区（2023）、巴彦淖尔市域飞地经济实施意见（2024）及若干地方政府合同管理办法',
  copies: [
    'mnw.cn/news/nd/1784510.html',
    'ask.fsou.com/html/text/lar/170869/17086977_1.html',
    'm.szweitang.cn/kauixun/20230411/76308.html',
    'halisgroup.com/hqzc1/47630.html',
    '96sk.com/post/45188.html',
    'falv.cc/fagui/202109/10675.html',
  ],
  verification: 'partly',
  note: '条款要点为归纳，未见统一的法定清单；条款文字为拟稿，不引自任何文件',
};

const subject = (id: string, zh: string, en: string, ...known: readonly string[]): Subject => ({ id, name: { zh, en }, known });

export const subjects: readonly Subject[] = [
  subject('parties', '主体与授权', 'parties and authority', '主体', '授权'),
  subject('basis', '合作依据', 'background and legal basis', '依据', '背景', '原则'),
  subject('mode', '合作模式', 'mode of cooperation', '模式', '方式'),
  subject('site', '合作园区', 'site', '园区', '四至', '选址', '范围'),
  subject('entry', '产业方向与准入', 'industries and entry', '准入', '产业方向', '产业目录'),
  subject('duties', '各方职责', 'duties of each side', '职责', '分工', '义务'),
  subject('investment', '投资与运营', 'investment and operation', '投资', '运营', '出资'),
  subject('quotas', '要素指标', 'quotas of land, energy, carbon and water', '指标', '要素'),
  subject('sharing', '利益共享', 'sharing of benefits', '利益共享', '分享', '分成'),
  subject('statistics', '统计口径', 'statistics', '统计'),
  subject('settlement', '结算', 'settlement', '结算'),
  subject('performance', '考核与评估', 'targets and review', '考核', '评估', '奖惩'),
  subject('data', '数据与保密', 'data and confidentiality', '数据', '保密'),
  subject('committee', '协调机制', 'joint committee', '协调', '工作组', '联席'),
  subject('term', '期限与续期', 'term and renewal', '期限', '续期'),
  subject('amendment', '变更与补充', 'amendment and supplement', '变更', '补充'),
  subject('exit', '退出与清算', 'exit and winding-up', '退出', '清算'),
  subject('breach', '违约与情势变化', 'breach, force majeure, change of policy', '违约', '不可抗力', '政策变化'),
  subject('disputes', '争议解决', 'disputes', '争议'),
  subject('effect', '生效与备案', 'effect, filing, originals', '生效', '备案', '文本'),
];

/** What a clause is about, by its id or, where somebody wrote it by hand, by its heading. */
export function subjectOf(clause: { readonly id: string; readonly heading: { readonly zh: string } }): string | undefined {
  const byId = subjects.find(({ id }) => clause.id === id || clause.id.startsWith(`${id}-`));
  return (byId ?? subjects.find(({ known }) => known.some((word) => clause.heading.zh.includes(word))))?.id;
}
