import type { AgreementContent } from '@lianyu/domain/agreements';
import { addDays, type CalendarDate, organisationId } from '@lianyu/domain/kernel';
import { content } from '@lianyu/platform/fixtures';
import { computedContent } from '@lianyu/platform/settlement/fixtures';
import { BAYANNUR, XIAN } from '@lianyu/platform/walk/fixtures';
import type { Step, Story, Zone } from './life.ts';
import type { Chance } from './random.ts';

const zoneOf = (id: string): Zone => ({ officer: `${id}.officer`, head: `${id}.head` });
/** Third and further parties. */
const others = ['tianjin-etdz', 'zhengzhou-etdz', 'daqing-etdz'] as const;

/** What an agreement says and what is tried with it, as chance has it: most are ordinary, some stop on the way. */
export function storyBy(chance: Chance, number: number, begins: CalendarDate): Story {
  const text = contentBy(chance, number, begins);
  const zones: Story['zones'] = [XIAN, BAYANNUR, ...text.parties.slice(2).map(({ organisation }) => zoneOf(organisation))];
  const expiresOn = chance.once(3) ? addDays(begins, chance.between(5, 60)) : undefined;
  const steps = new Steps(chance, begins);
  steps.next(0, 0, (life) => life.table());
  if (chance.once(12)) steps.next(1, 20, (life) => life.decline());
  if (!chance.once(10)) steps.next(1, 25, (life) => life.confirm());
  if (chance.once(10)) return { content: text, zones, expiresOn, steps: steps.all };
  if (chance.once(2)) steps.next(1, 10, (life) => life.consult());
  steps.next(2, 40, (life) => life.sign());
  duties(chance, steps, zones);
  settling(chance, steps);
  if (chance.once(3)) breach(chance, steps);
  if (chance.once(4)) policy(chance, steps);
  changes(chance, steps, text.until);
  together(chance, steps, zones);
  return { content: text, zones, expiresOn, steps: steps.all };
}

class Steps {
  readonly all: Step[] = [];
  readonly #chance: Chance;
  day: CalendarDate;

  constructor(chance: Chance, begins: CalendarDate) {
    this.#chance = chance;
    this.day = begins;
  }

  /** So many days after the one before. */
  next(least: number, most: number, act: Step['act']): void {
    this.day = addDays(this.day, this.#chance.between(least, most));
    this.all.push({ on: this.day, act });
  }

  /** So many days after the last of them, which stays the last. */
  aside(least: number, most: number, act: Step['act']): void {
    this.all.push({ on: addDays(this.day, this.#chance.between(least, most)), act });
  }
}

function contentBy(chance: Chance, number: number, begins: CalendarDate): AgreementContent {
  const computes = chance.once(3);
  const whole = computes ? computedContent(`协议${number}`) : content(`协议${number}`);
  const { until: _, ...open } = whole;
  // What is shared is shared by two; what is only agreed may have up to five parties.
  const more = computes ? [] : others.slice(0, Math.max(0, chance.between(-2, others.length)));
  const parties = [
    ...open.parties,
    ...more.map((id) => ({ organisation: organisationId.parse(id), name: { zh: `${id}管委会`, en: '' }, side: 'participant' as const })),
  ];
  const ways: readonly AgreementContent['effect'][] = [
    { kind: 'on-conclusion' },
    { kind: 'on-date', date: addDays(begins, chance.between(20, 300)) },
    { kind: 'on-condition', condition: { zh: '批复', en: '' } },
  ];
  return {
    ...open,
    parties,
    effect: ways[chance.between(0, 2)] ?? { kind: 'on-conclusion' },
    exit: { breach: { cureDays: chance.between(5, 60) }, policyChange: { noticeDays: chance.between(10, 90) } },
    ...(chance.once(4) ? {} : { until: addDays(begins, chance.between(120, 1_400)) }),
  };
}

function duties(chance: Chance, steps: Steps, zones: Story['zones']): void {
  for (const { officer } of zones)
    if (!chance.once(4))
      steps.aside(0, 12, (life) => life.onAgreement(officer, 'file-agreement', (today) => ({ filedOn: today, office: '司法局', fileNumber: '' })));
  if (chance.once(4)) return;
  const lag = chance.between(5, 90);
  for (const { head } of zones)
    steps.aside(lag, lag, (life) => life.onAgreement(head, 'confirm-condition', (today) => ({ fulfilledOn: today, words: '' })));
}

function breach(chance: Chance, steps: Steps): void {
  steps.aside(60, 400, (life) => life.onAgreement(XIAN.head, 'give-breach-notice', () => ({ against: 'bayannur-etdz', words: '未投资' })));
  if (chance.once(2)) steps.aside(401, 430, (life) => life.onAgreement(XIAN.head, 'accept-cure', () => ({ notice: 1 })));
  else steps.aside(470, 600, (life) => life.onAgreement(XIAN.head, 'terminate-for-breach', () => ({ notice: 1, words: '' })));
}

function policy(chance: Chance, steps: Steps): void {
  const ahead = chance.between(90, 200);
  steps.aside(50, 500, (life) =>
    life.onAgreement(BAYANNUR.head, 'give-policy-notice', (today) => ({
      document: '某文件',
      words: '政策调整',
      effectiveOn: addDays(today, ahead),
    })),
  );
  if (chance.once(3)) steps.aside(501, 520, (life) => life.onAgreement(BAYANNUR.head, 'withdraw-policy-notice', () => ({})));
}

function changes(chance: Chance, steps: Steps, until: CalendarDate | undefined): void {
  const { day } = steps;
  const [from, longer, end] = [chance.between(100, 400), chance.between(300, 900), chance.between(200, 700)];
  if (chance.once(5)) steps.aside(30, 90, (life) => life.change('amendment', addDays(day, from), addDays(until ?? day, longer)));
  if (chance.once(3)) steps.aside(100, 200, (life) => life.change('termination', addDays(day, end), addDays(day, end)));
}

/** Quarter after quarter, for as long as somebody sees to it. */
function settling(chance: Chance, steps: Steps): void {
  for (let nth = 0, count = chance.between(0, 8); nth < count; nth += 1) {
    const quarter = {
      figure: String(chance.between(1, 900) * 1_000_001),
      disputed: chance.once(3),
      givesWay: chance.once(2),
      paid: ([0, 2, 4, 4] as const)[chance.between(0, 3)] ?? 0,
    };
    steps.aside(30 + nth * 80, 60 + nth * 80, (life) => life.settle(quarter));
  }
}

function together(chance: Chance, steps: Steps, zones: Story['zones']): void {
  const days = { suspend: 90, resume: 150, close: 1_000, archive: 1_100 } as const;
  for (const step of ['suspend', 'resume', 'close', 'archive'] as const) {
    if (chance.once(3)) continue;
    for (const { head } of zones) steps.aside(days[step], days[step], (life) => life.onAgreement(head, 'agree-step', () => ({ step, words: '' })));
  }
}
