import { randomUUID } from 'node:crypto';

interface Asked {
  readonly path?: string;
  readonly body?: object | (() => object);
  readonly expected: Record<string, string> & { readonly rest: string; readonly nobody: string };
}

const own = (rest: string, some: Record<string, string> = {}): Asked['expected'] => ({ nobody: 'NOT_SIGNED_IN', rest, ...some });
const command = (data: object) => () => ({ commandId: randomUUID(), data });

/** What can be said of a project between Xi'an and Bayannur: to the drafters and reviewers of both alone. */
export function projectTable(project: string): Record<string, Asked> {
  const basics = { name: '另一项目', kind: 'transfer', industry: '14', region: '150802', source: '' };
  const number = { project, number: 99 };
  const drafters = (code: string, other = code) => own('FORBIDDEN', { drafter: code, other });
  const reviewers = (code: string) => own('FORBIDDEN', { signatory: code });
  const milestone = { kind: 'lead', on: '2026-05-01', documents: [], figures: [], note: '' };
  const commitment = { kind: 'notice', words: '-', department: '-', dueOn: '2020-01-01', documents: [] };
  const parties = own('NOT_FOUND', { drafter: '2xx', signatory: '2xx', other: '2xx' });
  return {
    'GET /api/projects': { expected: own('2xx') },
    'GET /api/projects/board': { expected: own('2xx') },
    'GET /api/projects/funnel': { expected: own('2xx') },
    'GET /api/projects/:id/actions': { path: `/api/projects/${project}/actions`, expected: parties },
    'GET /api/projects/export.xlsx': { expected: own('2xx') },
    'GET /api/projects/export.csv': { expected: own('2xx') },
    'POST /api/commands/open-project': {
      body: command({ sides: { origin: 'xian-etdz', destination: 'bayannur-etdz' }, basics }),
      expected: own('FORBIDDEN', { drafter: '2xx', other: '2xx', stranger: 'NOT_A_PARTY' }),
    },
    'POST /api/commands/correct-project': {
      body: command({ project, basics: { ...basics, industry: '00' }, reason: '-' }),
      expected: drafters('INDUSTRY_UNKNOWN'),
    },
    'POST /api/commands/schedule-project': {
      body: command({
        project,
        schedule: [
          { kind: 'signed', on: '2026-05-01' },
          { kind: 'signed', on: '2026-05-02' },
        ],
      }),
      expected: drafters('PROJECT_MILESTONE_FIELD'),
    },
    'POST /api/commands/report-project-milestone': {
      body: command({ project, milestone: { ...milestone, on: '2099-01-01' } }),
      expected: drafters('MILESTONE_NOT_YET'),
    },
    'POST /api/commands/confirm-project-milestone': { body: command(number), expected: reviewers('PROJECT_MILESTONE_UNKNOWN') },
    'POST /api/commands/question-project-milestone': {
      body: command({ ...number, reason: '-' }),
      expected: own('FORBIDDEN', {
        drafter: 'PROJECT_MILESTONE_UNKNOWN',
        signatory: 'PROJECT_MILESTONE_UNKNOWN',
        other: 'PROJECT_MILESTONE_UNKNOWN',
      }),
    },
    'POST /api/commands/answer-project-question': { body: command({ ...number, answer: '-' }), expected: drafters('PROJECT_MILESTONE_UNKNOWN') },
    'POST /api/commands/retract-project-milestone': { body: command({ ...number, reason: '-' }), expected: drafters('PROJECT_MILESTONE_UNKNOWN') },
    'POST /api/commands/confirm-project-retraction': { body: command(number), expected: reviewers('PROJECT_MILESTONE_UNKNOWN') },
    'POST /api/commands/reject-project-retraction': {
      body: command({ ...number, reason: '-' }),
      expected: own('FORBIDDEN', {
        drafter: 'PROJECT_MILESTONE_UNKNOWN',
        signatory: 'PROJECT_MILESTONE_UNKNOWN',
        other: 'PROJECT_MILESTONE_UNKNOWN',
      }),
    },
    'POST /api/commands/give-project-commitment': { body: command({ project, commitment }), expected: drafters('COMMITMENT_DUE_PAST') },
    'POST /api/commands/verify-project-commitment': {
      body: command({ ...number, kept: true, on: '2026-05-01', documents: [], note: '' }),
      expected: reviewers('COMMITMENT_UNKNOWN'),
    },
    'POST /api/commands/withdraw-project-commitment': { body: command({ ...number, reason: '-' }), expected: drafters('COMMITMENT_UNKNOWN') },
    'POST /api/commands/appoint-project-agent': { body: command({ project, agent: randomUUID() }), expected: drafters('MEMBER_UNKNOWN') },
    'POST /api/commands/assign-agency-task': {
      body: command({ project, title: '-', dueOn: '2026-12-01' }),
      expected: drafters('AGENCY_AGENT_MISSING'),
    },
    'POST /api/commands/complete-agency-task': {
      body: command({ ...number, on: '2026-05-01', note: '' }),
      expected: drafters('AGENCY_TASK_UNKNOWN'),
    },
  };
}
