import type { CommandData, CommandName } from '@lianyu/contract';
import type { AgreementContent, Party } from '@lianyu/domain/agreements';
import { type ClearanceStep, type StepRecord, standardChain } from '@lianyu/domain/clearance';
import { addDays, beijingDate, type CalendarDate, type CommandId, type Digest, type Instant, negotiationId } from '@lianyu/domain/kernel';
import { atWork } from './at-work.ts';
import { agreementOn } from './content.ts';
import { coordinatingActs } from './coordinating.ts';
import type { Story } from './scenario.ts';
import { QUARTERS_BEFORE, quarterOf, type Scene, settlingActs } from './settling.ts';

/** One command of the scenario: who gives it, for whom, and when. */
export interface Act<Name extends CommandName = CommandName> {
  readonly key: string;
  readonly at: Instant;
  readonly organisation: string;
  readonly person: 'officer' | 'head' | 'deputy' | 'coordinator';
  readonly name: Name;
  /** What it says, or how it is found when its time has come. */
  readonly data: CommandData<Name> | ((scene: Scene) => Promise<CommandData<Name>>);
}

/** What the acts need to know from outside the story. */
export interface Setting {
  readonly firstDay: CalendarDate;
  party(organisation: string, side: Party['side']): Party;
  digestOf(content: AgreementContent): Digest;
  /** The id that the command with this key will give to what it makes. */
  idMadeBy(key: string): string;
  /** The id of the command with this key. */
  commandMadeBy(key: string): CommandId;
}

export type AnyAct = { [Name in CommandName]: Act<Name> }[CommandName];

/** A story as commands, oldest first. */
export function actsOf(story: Story, setting: Setting): AnyAct[] {
  const { origin, destination } = story;
  const on = (day: number, minutes: number) => atWork(addDays(setting.firstDay, day), minutes);
  const key = (name: string) => `${story.name}/${name}`;
  const negotiation = negotiationId.parse(setting.idMadeBy(key('table')));

  let content = contentOf(story, setting);
  let basis = setting.digestOf(content);
  const acts: AnyAct[] = [
    {
      key: key('table'),
      at: on(story.tabledOn, 15),
      organisation: origin,
      person: 'officer',
      name: 'table-proposal',
      data: { content, note: '请贵方研提意见' },
    },
  ];
  let proposer = origin;
  story.counters.forEach(({ day, settlement, reason }, index) => {
    proposer = proposer === origin ? destination : origin;
    content = contentOf({ ...story, outline: { ...story.outline, settlement } }, setting);
    acts.push({
      key: key(`counter-${index}`),
      at: on(day, 95),
      organisation: proposer,
      person: 'officer',
      name: 'counter-proposal',
      data: { negotiation, basis, content, reason },
    });
    basis = setting.digestOf(content);
  });

  if (story.confirmedOn !== undefined) {
    const other = proposer === origin ? destination : origin;
    acts.push({
      key: key('confirm'),
      at: on(story.confirmedOn, 200),
      organisation: other,
      person: 'officer',
      name: 'confirm-text',
      data: { negotiation, basis },
    });
    for (const [organisation, way] of [
      [origin, story.origins],
      [destination, story.destinations],
    ] as const) {
      if (way) acts.push(...procedure({ organisation, from: story.confirmedOn, way, negotiation, basis, key, on }));
    }
  }
  if (story.origins?.until === 'seal' && story.destinations?.until === 'seal') {
    const signedOn = Math.max(story.origins.day, story.destinations.day);
    for (const organisation of [origin, destination])
      acts.push(filing({ organisation, at: on(signedOn + FILED_AFTER_DAYS, 30), negotiation, basis, key }));
  }
  if (story.outline.settled) acts.push(...settlingActs(story, negotiation, setting), ...coordinatingActs(story, negotiation, setting));
  if (story.end) {
    const { how, day, reason } = story.end;
    acts.push(
      how === 'declined'
        ? {
            key: key('decline'),
            at: on(day, 320),
            organisation: proposer === origin ? destination : origin,
            person: 'officer',
            name: 'decline-negotiation',
            data: { negotiation, basis, reason },
          }
        : {
            key: key('withdraw'),
            at: on(day, 320),
            organisation: origin,
            person: 'officer',
            name: 'withdraw-from-negotiation',
            data: { negotiation, basis, reason },
          },
    );
  }
  return acts.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

function contentOf({ origin, destination, outline, tabledOn }: Story, { firstDay, party }: Setting): AgreementContent {
  const nextYear = `${Number(addDays(firstDay, tabledOn).slice(0, 4)) + 1}-01-01` as CalendarDate;
  const startsOn = outline.settled ? quarterOf(firstDay, -QUARTERS_BEFORE).from : nextYear;
  return agreementOn({
    ...outline,
    parties: [party(origin, 'origin'), party(destination, 'destination')],
    startsOn,
    ...(outline.settled ? { countedFrom: quarterOf(firstDay, 0).from } : {}),
    ...(outline.effectiveAfterDays === undefined ? {} : { effectiveOn: addDays(firstDay, outline.effectiveAfterDays) }),
    until: `${Number(startsOn.slice(0, 4)) + outline.years - 1}-12-31` as CalendarDate,
  });
}

interface Way {
  readonly organisation: string;
  readonly from: number;
  readonly way: NonNullable<Story['destinations']>;
  readonly negotiation: ReturnType<typeof negotiationId.parse>;
  readonly basis: Digest;
  key(name: string): string;
  on(day: number, minutes: number): Instant;
}

/** One party's steps up to where the story leaves it, spread evenly over its days. */
function procedure({ organisation, from, way, negotiation, basis, key, on }: Way): AnyAct[] {
  const all = [...standardChain, 'signature', 'seal'] as const;
  const names: readonly string[] = all;
  const taken = all.slice(0, names.indexOf(way.until) + 1);
  return taken.flatMap((step, index): readonly AnyAct[] => {
    const at = on(from + Math.max(1, Math.round(((way.day - from) * (index + 1)) / taken.length)), 40 + index * 55);
    const act = { key: key(`${organisation}-${step}`), at, organisation };
    if (step === 'signature')
      return [{ ...act, person: way.signedBy ?? 'head', name: 'give-signature', data: { negotiation, basis, password: PASSWORD } }];
    if (step === 'seal') return [{ ...act, person: 'officer', name: 'affix-seal', data: { negotiation, basis, password: PASSWORD } }];
    if (step === 'consultation' && way.answered) return way.answered.map((department, at) => answered({ act, department, at, negotiation, basis }));
    const record = recordOf(step, beijingDate(at));
    return [
      {
        ...act,
        person: byHead.has(step) ? 'head' : 'officer',
        name: 'pass-clearance-step',
        data: { negotiation, basis, record },
      },
    ];
  });
}

interface Answered extends Pick<Way, 'negotiation' | 'basis'> {
  readonly act: Pick<AnyAct, 'key' | 'at' | 'organisation'>;
  readonly department: string;
  /** Which of the answers it is. */
  readonly at: number;
}

function answered({ act, department, at, negotiation, basis }: Answered): AnyAct {
  const consultation = { department, documentNumber: `函复〔${act.at.slice(0, 4)}〕${at + 11}号`, note: '无不同意见' };
  return {
    ...act,
    key: `${act.key}-${at}`,
    person: 'officer',
    name: 'record-consultation',
    data: { negotiation, basis, consultation },
  };
}

/** Well within five working days. */
const FILED_AFTER_DAYS = 3;

function filing({
  organisation,
  at,
  negotiation,
  basis,
  key,
}: Pick<Way, 'organisation' | 'negotiation' | 'basis' | 'key'> & { at: Instant }): AnyAct {
  const filedOn = beijingDate(at);
  return {
    key: key(`${organisation}-file`),
    at,
    organisation,
    person: 'officer',
    name: 'file-agreement',
    data: {
      agreement: negotiation,
      basis,
      filedOn,
      office: '本级司法行政部门',
      fileNumber: `协备〔${filedOn.slice(0, 4)}〕${Number(filedOn.slice(5, 7)) + 30}号`,
    },
  };
}

/** Put in by whoever plays: the account's own password is in no scenario. */
export const PASSWORD = '(the password of the account)';

const byHead: ReadonlySet<ClearanceStep> = new Set(['legal-review', 'fair-competition-review', 'seal-approval']);

function recordOf(step: ClearanceStep, on: CalendarDate): StepRecord {
  const year = on.slice(0, 4);
  switch (step) {
    case 'consultation':
      return { step, departments: ['财政局', '自然资源分局', '投资促进局'], note: '各部门无不同意见' };
    case 'legal-review':
      return { step, opinionNumber: `法审〔${year}〕${Number(on.slice(5, 7)) + 10}号`, note: '主体、权限和内容合法' };
    case 'fair-competition-review':
      return { step, applies: true, note: '不涉及对特定经营者的优惠或补贴' };
    case 'collective-decision':
      return {
        step,
        meetingOn: on,
        attendees: 9,
        outcome: 'agreed',
        documentNumber: `管委会纪要〔${year}〕${Number(on.slice(5, 7)) + 20}号`,
        note: '同意',
      };
    case 'seal-approval':
      return { step, note: '同意用印' };
  }
}
