/** Names of the domain, by the words of the data. */
export const termsZh = {
  stage: { negotiating: '磋商中', clearing: '内部程序中', signing: '签署中', concluded: '已签署', 'in-force': '已生效', declined: '已谢绝', withdrawn: '已撤回' },
  mode: {
    'co-built-park': '共建园区', 'entrusted-park': '托管园区', enclave: '飞地经济', 'one-zone-many-parks': '一区多园',
    'headquarters-and-incubator': '总部+孵化基地', 'fully-entrusted': '整体托管', 'industrial-transfer': '产业转移合作',
  },
  role: {
    administrator: '管理员', drafter: '经办人', 'legal-reviewer': '法制审核人', 'decision-recorder': '集体决策记录人', signatory: '签署人',
    'seal-keeper': '印章管理人', coordinator: '协调员', analyst: '分析员', auditor: '审计员',
  },
  step: { consultation: '会签', 'legal-review': '合法性审查', 'fair-competition-review': '公平竞争审查', 'collective-decision': '集体决策', 'seal-approval': '用印审批' },
  kind: { zone: '开发区管委会', department: '部门', government: '人民政府', 'coordination-office': '协调办公室', audit: '审计机关', company: '企业', institute: '院所' },
  level: { national: '国家级', region: '自治区（省）级', city: '市（盟）级', county: '县（旗）级' },
  side: { origin: '迁出地', destination: '迁入地', participant: '参与方' },
  progress: { reviewing: '审阅中', 'text-confirmed': '文本已确认', 'in-internal-procedure': '内部程序中', ready: '已就绪', signed: '已签署', sealed: '已用印' },
  tax: {
    'value-added': '增值税', 'enterprise-income': '企业所得税', 'individual-income': '个人所得税', 'urban-land-use': '城镇土地使用税', property: '房产税',
    'stamp-duty': '印花税', 'environmental-protection': '环境保护税',
  },
  taxLevel: { gross: '全额', 'local-share': '地方分成部分', 'local-retained': '地方留成部分' },
  milestone: { 'first-tax': '首笔税款入库', 'in-production': '首个项目投产', 'full-capacity': '首个项目达产', 'construction-start': '首个项目开工' },
  move: {
    tabled: '提出第 {{number}} 稿', countered: '提出第 {{number}} 稿（反方案）', 'text-confirmed': '确认文本（不构成承诺）', 'party-ready': '内部程序完成',
    'party-clearance-withdrawn': '撤回内部程序的结论', signed: '签署', sealed: '用印', concluded: '协议成立', 'in-force': '协议生效', declined: '谢绝', withdrawn: '撤回',
    'clearance-opened': '开始内部程序', 'clearance-step-passed': '{{step}}通过', 'clearance-returned': '{{step}}退回', 'clearance-granted': '内部程序完成',
    'clearance-withdrawn': '撤回内部程序的结论', 'clearance-voided': '内部程序作废', began: '开始磋商', moved: '磋商有进展', clearing: '各方文本一致，进入内部程序', signing: '各方就绪，进入签署',
  },
} as const;
