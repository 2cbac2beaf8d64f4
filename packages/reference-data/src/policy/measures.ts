import type { Measure, SectionId } from './measure.ts';
import { agreements, figures, internalProcedure, obligations, pooledQuotas, quotas, secondments, sharing } from './works.ts';

/** Items 1 to 20 and 四（一）to（三）, in the policy's order: measure → object of work → who acts → event that proves it alive. */
export const measures: readonly Measure[] = [
  item(1, 'reform', '扎实推进扩权赋能', 'Delegated powers and the direct channel', {
    quote: '建立国家级经开区与自治区相关部门直接对接机制，享受自治区级直通车便利。',
    departments: ['自治区发展改革委', '市场监管局', '科技厅', '住房城乡建设厅'],
  }),
  item(2, 'reform', '深化投资项目审批改革', 'Reform of approvals', {
    quote: '实施先建后验管理新模式……推行容缺审批管理方式……推行告知承诺制。',
    departments: ['自治区发展改革委', '自然资源厅', '住房城乡建设厅', '工业和信息化厅'],
  }),
  item(3, 'reform', '实施适度倾斜政策', 'Measured preference', {
    quote: '在碳排放指标等指标分配方面采取指标单列动态管理；在用地、用能、用水等约束性指标上给予适当倾斜。',
    departments: ['自治区发展改革委', '财政厅', '住房城乡建设厅', '能源局', '中国证券监督管理委员会内蒙古监管局'],
    works: [quotas],
  }),
  item(4, 'reform', '创新建设运营模式', 'New ways to build and operate', {
    quote: '支持民营资本和社会资本共同开发、建设、管理特色产业园。',
    departments: ['自治区国资委', '财政厅', '工业和信息化厅', '中国证券监督管理委员会内蒙古监管局'],
  }),
  item(5, 'industry', '统筹协调产业布局', 'Coordinated layout of industry', {
    quote: '编制主导产业全景图……产业布局应各有侧重……避免趋同化。',
    departments: ['自治区工业和信息化厅', '商务厅'],
  }),
  item(6, 'industry', '培育高精尖产业集群', 'Advanced clusters', {
    quote: '支持企业建设新兴产业发展联盟和产业技术创新战略联盟。',
    departments: ['自治区工业和信息化厅', '发展改革委', '科技厅', '卫生健康委'],
    localGovernments: false,
  }),
  item(7, 'industry', '全面提升企业自主创新能力', 'Innovation by enterprises', {
    quote: '引导企业加大研发投入，加快提升创新发展能力。',
    departments: ['自治区科技厅', '发展改革委', '财政厅', '工业和信息化厅', '商务厅'],
    localGovernments: false,
  }),
  item(8, 'industry', '加快发展现代服务业', 'Modern services', {
    quote: '推动生产性服务业向专业化和价值链高端延伸。',
    departments: ['自治区发展改革委', '工业和信息化厅', '商务厅', '知识产权局', '地方金融管理局'],
    localGovernments: false,
  }),
  item(9, 'openness', '加大外资招商引资力度', 'Foreign investment', {
    quote: '健全外商投资服务体系，抓好外资项目落地和建设。',
    departments: ['自治区商务厅'],
  }),
  item(10, 'openness', '推动对外贸易保稳提质', 'Foreign trade', {
    quote: '打造一批特色鲜明、优势突出的外贸产业集群。',
    departments: ['自治区商务厅', '发展改革委', '交通运输厅', '呼和浩特海关', '满洲里海关', '中国信保第三营业部内蒙古业务处'],
    localGovernments: false,
  }),
  item(11, 'green', '加快绿色园区建设', 'Green parks', {
    quote: '积极推动公共设施共建共享、能源梯级利用、资源循环利用和污染物集中安全处置。',
    departments: ['自治区发展改革委', '生态环境厅', '商务厅', '工业和信息化厅', '科技厅', '能源局'],
    localGovernments: false,
  }),
  item(12, 'green', '推进数字产业赋能', 'Digital industry', {
    quote: '建设国家级经开区“智慧大脑”……推进企业间供应链信息对接共享。',
    departments: ['自治区发展改革委', '工业和信息化厅', '科技厅', '政务服务与数据管理局'],
    localGovernments: false,
  }),
  item(13, 'carriers', '加强国际交流与区域合作', 'Exchange and regional cooperation', {
    quote: '探索跨区域共建园区、托管园区和飞地经济等合作模式，主动承接发达地区产业转移，形成利益共享机制。',
    departments: ['自治区发展改革委', '工业和信息化厅', '科技厅', '生态环境厅'],
    localGovernments: false,
    works: [agreements, sharing],
  }),
  item(14, 'carriers', '搭建国家级经开区联盟共建平台', 'The alliance of zones', {
    quote: '发挥其在投资促进、产业转移、信息共享、项目对接、资源统筹等方面优势。',
    departments: ['自治区工业和信息化厅', '商务厅'],
    localGovernments: false,
    works: [
      { ...agreements, object: { zh: '联盟伙伴与五项功能', en: 'partners of the alliance and its five functions' }, path: '/policy/alliance' },
      figures,
      pooledQuotas,
      secondments,
    ],
  }),
  item(15, 'carriers', '壮大国家级经开区规模', 'More and larger national zones', {
    quote: '力争在国家级经开区年度考核中实现晋位升级。',
    departments: ['自治区商务厅', '工业和信息化厅'],
  }),
  item(16, 'factors', '建设国际化营商环境', 'Business environment', {
    quote: '鼓励有条件的国家级经开区探索开展全过程代办制。落实各项惠企便民政策，及时兑现各项承诺。',
    departments: ['自治区政务服务与数据管理局', '发展改革委', '自然资源厅', '商务厅', '市场监管局'],
    works: [obligations],
  }),
  item(17, 'factors', '强化集约高效用地', 'Intensive use of land', {
    quote: '合理预留项目用地……促进闲置土地、低效用地的盘活利用。',
    departments: ['自治区发展改革委', '自然资源厅'],
    localGovernments: false,
    works: [quotas],
  }),
  item(18, 'factors', '加大财政金融支持力度', 'Fiscal and financial support', {
    quote: '支持国家级经开区财政完全独立，自治区下达各项专项转移支付时，单独列示，单独调款。',
    departments: [
      '自治区财政厅',
      '地方金融管理局',
      '中国人民银行内蒙古自治区分行',
      '国家金融监督管理总局内蒙古监管局',
      '中国证券监督管理委员会内蒙古监管局',
    ],
    localGovernments: false,
  }),
  item(19, 'factors', '降低能源资源成本', 'Cost of energy and resources', {
    quote: '支持国家级经开区开展电力市场化交易、燃气直供气试点、供排水第三方服务等改革。',
    departments: ['自治区发展改革委', '住房城乡建设厅', '工业和信息化厅', '商务厅', '市场监管局'],
    localGovernments: false,
    works: [quotas],
  }),
  item(20, 'factors', '完善人才政策保障', 'People and talent', {
    quote: '支持国家级经开区建立“多劳多得、优绩优酬”的动态激励良性用人机制。',
    departments: ['自治区教育厅', '科技厅', '公安厅', '人力资源社会保障厅'],
    works: [secondments],
  }),
  guarantee(1, '建立健全工作协调机制', 'Coordination between departments', {
    quote: '协调推进重大事项，促进解决困难问题，有效推动防范化解重大风险隐患。',
    departments: ['自治区工业和信息化厅', '商务厅', '财政厅', '发展改革委', '自然资源厅', '海关'],
  }),
  guarantee(2, '加强廉政风险防控，构建容错纠错机制', 'Integrity, and room for honest mistakes', {
    quote: '对权力运行实施全过程监督，精准问责，防止腐败现象发生。',
    departments: ['自治区有关部门'],
    works: [internalProcedure],
  }),
  guarantee(3, '出台配套办法', 'Supporting measures of the three cities', {
    quote: '呼和浩特市、呼伦贝尔市、巴彦淖尔市……因地制宜加紧出台配套办法。',
    departments: [],
  }),
];

type Rest = Pick<Measure, 'quote' | 'departments'> & Partial<Pick<Measure, 'localGovernments' | 'works'>>;

function item(number: number, section: SectionId, zh: string, en: string, rest: Rest): Measure {
  return { id: `item-${number}`, number: String(number), section, title: { zh, en }, localGovernments: true, works: [], ...rest };
}

function guarantee(number: 1 | 2 | 3, zh: string, en: string, rest: Rest): Measure {
  const section = 'organisation';
  return { id: `org-${number}`, number: `四（${'一二三'[number - 1]}）`, section, title: { zh, en }, localGovernments: true, works: [], ...rest };
}
