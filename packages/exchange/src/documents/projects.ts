import { type Fen, yuan } from '@lianyu/domain/money';
import {
  type ProjectKind,
  type ProjectStage,
  type ProjectStanding,
  projectKindWords,
  projectStageWords,
  projectStandingWords,
} from '@lianyu/domain/projects';
import type { Sheet } from '../sheets/index.ts';
import type { Language } from './words.ts';

/** A project as lists have it; without name and capital for who looks across. */
export interface ListedProject {
  readonly stage: ProjectStage;
  readonly standing: ProjectStanding;
  readonly kind: ProjectKind;
  readonly industry: string;
  readonly destination: string;
  readonly origin?: string | undefined;
  readonly lastOn: string;
  readonly name?: string | undefined;
  readonly company?: string | undefined;
  readonly code?: string | undefined;
  readonly promised?: string | undefined;
  readonly actual?: string | undefined;
}

const said = {
  projects: { zh: '项目', en: 'Projects' },
  name: { zh: '项目名称', en: 'Name' },
  kind: { zh: '项目类型', en: 'Kind' },
  industry: { zh: '行业代码', en: 'Industry' },
  origin: { zh: '迁出地', en: 'Origin' },
  destination: { zh: '迁入地', en: 'Destination' },
  company: { zh: '企业名称', en: 'Enterprise' },
  code: { zh: '项目代码', en: 'Project code' },
  stage: { zh: '阶段', en: 'Stage' },
  standing: { zh: '状态', en: 'Standing' },
  lastOn: { zh: '最近节点', en: 'Last milestone' },
  promised: { zh: '协议投资（元）', en: 'Investment promised (yuan)' },
  actual: { zh: '到位资金（元）', en: 'In place (yuan)' },
} as const;

/** Projects under the headers that an import knows. */
export function projectsSheet(projects: readonly ListedProject[], nameOf: (organisation: string) => string, l: Language): Sheet {
  const column = (field: keyof typeof said, width: number, kind: 'text' | 'date' | 'amount' = 'text') => ({ header: said[field][l], kind, width });
  const capital = (amount: string | undefined) => (amount === undefined ? undefined : yuan(BigInt(amount) as Fen));
  return {
    name: said.projects[l],
    above: [said.projects[l]],
    columns: [
      column('name', 36),
      column('kind', 16),
      column('industry', 10),
      column('origin', 26),
      column('destination', 26),
      column('company', 30),
      column('code', 28),
      column('stage', 14),
      column('standing', 12),
      column('lastOn', 14, 'date'),
      column('promised', 20, 'amount'),
      column('actual', 20, 'amount'),
    ],
    rows: projects.map((project) => [
      project.name,
      projectKindWords[project.kind][l],
      project.industry,
      project.origin === undefined ? undefined : nameOf(project.origin),
      nameOf(project.destination),
      project.company,
      project.code,
      projectStageWords[project.stage][l],
      projectStandingWords[project.standing][l],
      project.lastOn,
      capital(project.promised),
      capital(project.actual),
    ]),
  };
}
