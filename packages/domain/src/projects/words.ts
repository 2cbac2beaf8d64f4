import type { CommitmentKind, ProjectKind } from './events.ts';
import type { Indicator } from './figures.ts';
import type { ProjectMilestoneKind } from './milestone.ts';
import type { ProjectStage, ProjectStanding } from './stage.ts';

type Words<Key extends string> = Readonly<Record<Key, { readonly zh: string; readonly en: string }>>;
const words = (zh: string, en: string) => ({ zh, en });

export const projectStageWords: Words<ProjectStage> = {
  opened: words('已建档', 'on file'),
  lead: words('线索', 'lead'),
  negotiating: words('洽谈', 'negotiating'),
  reported: words('报备', 'reported'),
  assigned: words('归属已定', 'assigned'),
  signed: words('签约', 'signed'),
  'code-assigned': words('备案赋码', 'code assigned'),
  'land-secured': words('用地落实', 'land secured'),
  permitted: words('许可', 'permitted'),
  started: words('开工', 'started'),
  completed: words('竣工', 'completed'),
  verified: words('验收', 'verified'),
  'in-production': words('投产', 'in production'),
  'full-capacity': words('达产', 'full capacity'),
};

export const projectMilestoneWords: Words<ProjectMilestoneKind> = {
  lead: projectStageWords.lead,
  negotiating: projectStageWords.negotiating,
  reported: projectStageWords.reported,
  assigned: words('认定归属', 'assigned to a zone'),
  transferred: words('流转至其他开发区', 'handed on to another zone'),
  signed: projectStageWords.signed,
  'code-assigned': words('备案/核准并赋码', 'filed or approved, code assigned'),
  'land-secured': projectStageWords['land-secured'],
  permitted: words('施工许可', 'permitted'),
  'permitted-on-commitment': words('承诺后许可', 'permitted on commitment'),
  started: projectStageWords.started,
  completed: projectStageWords.completed,
  verified: projectStageWords.verified,
  'in-production': projectStageWords['in-production'],
  'full-capacity': projectStageWords['full-capacity'],
  progress: words('进度填报', 'progress'),
  'under-agreement': words('归入协议', 'under an agreement'),
  stalled: words('停滞', 'stalled'),
  resumed: words('恢复', 'resumed'),
  terminated: words('终止', 'terminated'),
  relocated: words('迁出', 'relocated'),
};

export const projectStandingWords: Words<ProjectStanding> = {
  active: words('推进中', 'active'),
  stalled: projectMilestoneWords.stalled,
  terminated: projectMilestoneWords.terminated,
  relocated: projectMilestoneWords.relocated,
};

export const projectKindWords: Words<ProjectKind> = {
  transfer: words('产业转移', 'industrial transfer'),
  'new-investment': words('新引进投资', 'new investment'),
  expansion: words('增资扩产', 'expansion'),
  conversion: words('成果转化', 'results of research put to use'),
};

export const indicatorWords: Words<Indicator> = {
  'investment-inside': words('区内资金', 'capital from inside the region'),
  'investment-outside': words('区外资金', 'capital from outside the region'),
  'investment-foreign': words('外资', 'foreign capital'),
  'fixed-assets': words('固定资产投资', 'fixed assets'),
  land: words('用地', 'land'),
  tax: words('年税收', 'tax per year'),
  energy: words('年综合能耗', 'energy per year'),
  jobs: words('就业', 'jobs'),
};

export const commitmentWords: Words<CommitmentKind> = {
  notice: words('告知承诺', 'approved on commitment'),
  tolerance: words('容缺受理', 'accepted with papers missing'),
  'build-first': words('先建后验', 'built first, verified later'),
  'standard-land': words('标准地承诺', 'standard-land commitment'),
};
