import type { CommandData, CommandName } from '@lianyu/contract';
import { addDays, type CalendarDate, type MemberId, organisationId } from '@lianyu/domain/kernel';
import type { ProjectBasics, ProjectMilestone } from '@lianyu/domain/projects';
import { projectIdFrom } from '../commands/projects.ts';
import type { Scene } from './settling.ts';

interface Stage {
  give<Name extends CommandName>(member: MemberId, key: string, name: Name, data: CommandData<Name>): Promise<void>;
  idOf(key: string): Parameters<typeof projectIdFrom>[0];
  account(organisation: string, person: string): { readonly member: MemberId };
}

type Step = readonly [
  kind: ProjectMilestone['kind'],
  day: number,
  figures?: readonly (readonly [ProjectMilestone['figures'][number]['indicator'], string])[],
];

interface Story {
  readonly basics: Omit<ProjectBasics, 'region' | 'source'>;
  /** Days of the scenario; the last of them is reported and waits for the other side where `waits` is set. */
  readonly steps: readonly Step[];
  readonly waits?: true;
}

/** Invented projects, between 示例开发区 alone. */
const stories: readonly Story[] = [
  {
    basics: { name: '示例食品精深加工项目', kind: 'transfer', industry: '14', company: { name: '示例食品有限公司' } },
    steps: [
      ['lead', 2],
      ['negotiating', 9],
      [
        'signed',
        30,
        [
          ['investment-outside', '32000000000'],
          ['fixed-assets', '25000000000'],
          ['land', '1200000'],
          ['tax', '900000000'],
          ['jobs', '260'],
        ],
      ],
      ['code-assigned', 44],
      ['permitted-on-commitment', 60],
      ['started', 63],
      [
        'progress',
        120,
        [
          ['investment-outside', '11000000000'],
          ['fixed-assets', '9000000000'],
        ],
      ],
    ],
  },
  {
    basics: { name: '示例储能装备制造项目', kind: 'new-investment', industry: '38', company: { name: '示例储能科技有限公司' } },
    steps: [
      ['lead', 5],
      [
        'signed',
        40,
        [
          ['investment-outside', '60000000000'],
          ['fixed-assets', '48000000000'],
          ['land', '2000000'],
          ['energy', '120000000'],
          ['jobs', '400'],
        ],
      ],
      ['started', 70],
      ['code-assigned', 82],
      [
        'completed',
        150,
        [
          ['fixed-assets', '46500000000'],
          ['land', '2000000'],
        ],
      ],
      ['in-production', 160, [['jobs', '310']]],
    ],
    waits: true,
  },
  {
    basics: { name: '示例合成生物成果转化项目', kind: 'conversion', industry: '27', institute: '示例研究院' },
    steps: [
      ['lead', 60],
      ['negotiating', 80],
      ['reported', 96],
    ],
  },
  {
    basics: { name: '示例光伏组件项目', kind: 'expansion', industry: '38' },
    steps: [
      [
        'signed',
        20,
        [
          ['investment-inside', '8000000000'],
          ['fixed-assets', '7000000000'],
          ['land', '600000'],
        ],
      ],
      ['code-assigned', 35],
      ['stalled', 90],
    ],
  },
];

const CODE = '2601-159900-04-01';

/** Projects of the demonstration, told by the zone that builds them and confirmed by the other. */
export async function playProjects(stage: Stage, { keep }: Pick<Scene, 'keep'>, firstDay: CalendarDate): Promise<void> {
  const [origin, destination] = ['example-a', 'example-b'];
  const person = (organisation: string, key: string) => stage.account(organisation, key).member;
  for (const [index, { basics, steps, waits }] of stories.entries()) {
    const key = `project/${index}`;
    const sides = { origin: organisationId.parse(origin), destination: organisationId.parse(destination) };
    await stage.give(person(destination, 'officer'), key, 'open-project', { sides, basics: { ...basics, region: '150100', source: '演示线索' } });
    const project = projectIdFrom(stage.idOf(key));
    const schedule = steps
      .map(([kind, day]) => ({ kind, on: addDays(firstDay, day - (kind === 'started' ? 8 : 0)) }))
      .filter(({ kind }) => kind !== 'stalled' && kind !== 'progress');
    await stage.give(person(destination, 'officer'), `${key}/plan`, 'schedule-project', { project, schedule });
    for (const [step, [kind, day, figures = []]] of steps.entries()) {
      const milestone: ProjectMilestone = {
        kind,
        on: addDays(firstDay, day),
        documents: [await keep(destination, `${basics.name} ${kind}.txt`, `${basics.name} ${kind} ${day}`)],
        figures: figures.map(([indicator, amount]) => ({ indicator, amount })),
        note: '',
        ...(kind === 'code-assigned' ? { code: `${CODE}-${(100_000 + index).toString()}` } : {}),
      };
      await stage.give(person(destination, 'officer'), `${key}/${step}`, 'report-project-milestone', { project, milestone });
      if (waits && step === steps.length - 1) continue;
      await stage.give(person(origin, 'head'), `${key}/${step}/yes`, 'confirm-project-milestone', { project, number: step + 1 });
    }
  }
  const first = projectIdFrom(stage.idOf('project/0'));
  await stage.give(person(destination, 'officer'), 'project/0/commitment', 'give-project-commitment', {
    project: first,
    commitment: { kind: 'notice', words: '节能审查意见于竣工前补齐', department: '发展改革局', dueOn: addDays(firstDay, 240), documents: [] },
  });
}
