import type { NoticeBody } from '@lianyu/contract';
import { type Reminder, reminderOn, remindersOf, type Told } from '@lianyu/domain/deadlines';
import { addDays, beijingDate, type CalendarDate } from '@lianyu/domain/kernel';
import type { FeedPoint, ReadStore, ServedDocument } from '@lianyu/projections';
import { type Audience, type DeadlineDocument, deadlineDocument } from '@lianyu/projections/folds';
import type { Notice, Vault } from '@lianyu/vault';
import type { Clock } from '../clock.ts';
import type { ClockProcess } from '../processes/clock.ts';

interface Parts {
  readonly readStore: Pick<ReadStore, 'list' | 'changes' | 'feed'>;
  readonly vault: Pick<Vault, 'giveNotices' | 'wasNoticed'>;
  readonly clock: Clock;
}

/**
 * How far from today a deadline is looked at. Back less far than notices are kept, so that what was forgotten is never told
 * again; ahead as far as the earliest reminder.
 */
const DAYS = { back: 366, ahead: 30 } as const;
const PAGE = 1_000;

/**
 * Reminds of what comes and tells what is over, once each: a reminder's id is the deadline, its day and how many days before.
 * On a new day every open deadline is looked at; within a day only those that changed.
 */
export function createReminders({ readStore, vault, clock }: Parts): ClockProcess {
  let seen: { readonly day: CalendarDate; readonly at: FeedPoint } | undefined;

  return {
    name: 'reminders',
    async react() {},
    async tick() {
      const today = beijingDate(clock.now());
      const at = readStore.feed();
      const changed = seen?.day === today && seen.at.epoch === at.epoch ? changedSince(seen.at.seq, at.seq) : undefined;
      for (const document of changed ?? openOnes(today)) remind(document, today);
      seen = { day: today, at };
    },
  };

  function remind({ body, audience }: ServedDocument, today: CalendarDate): void {
    const parsed = deadlineDocument.safeParse(body);
    const told = parsed.success ? toldAs(audience, parsed.data) : undefined;
    if (!parsed.success || !told) return;
    const deadline = parsed.data;
    const reminder = deadline.on < addDays(today, -DAYS.back) ? undefined : reminderOn(deadline, told, today);
    if (!reminder) return;
    // A clock that went back does not bring back what lies behind what was told already.
    const later = remindersOf(deadline.kind, told).filter(({ lead }) => lead < reminder.lead);
    if (
      vault.wasNoticed(
        audience,
        later.map((each) => idOf(deadline, each)),
      )
    )
      return;
    vault.giveNotices([noticeOf(deadline, audience, reminder)]);
  }

  function noticeOf(deadline: DeadlineDocument, audience: Audience, reminder: Reminder): Notice {
    const { agreement, id, kind, on, account, period, who, duty } = deadline;
    const [organisation] = who;
    const body: NoticeBody = {
      what: reminder.kind,
      ...(agreement === undefined ? {} : { agreement }),
      ...((duty || agreement === undefined) && organisation !== undefined ? { organisation } : {}),
      ...(account ? { account: { clause: account.clause, ledger: account.ledger, ...(period ? { period: period.from } : {}) } } : {}),
      deadline: { id, kind, on },
    };
    return { id: idOf(deadline, reminder), audience, kind: reminder.kind, at: clock.now(), lead: reminder.lead, body };
  }

  /** @returns undefined when the feed no longer reaches back that far. */
  function changedSince(seq: number, until: number): readonly ServedDocument[] | undefined {
    const found = new Map<string, ServedDocument>();
    for (let from = seq; from < until; ) {
      const changes = readStore.changes(from, PAGE);
      if (!changes || changes.length === 0) return changes ? [...found.values()] : undefined;
      for (const change of changes)
        if (change.op === 'put' && change.document.kind === 'deadline')
          found.set(`${change.document.key}\n${change.document.audience}`, change.document);
      from = changes.at(-1)?.seq ?? until;
    }
    return [...found.values()];
  }

  function* openOnes(today: CalendarDate): Generator<ServedDocument> {
    const [from, to] = [addDays(today, -DAYS.back), addDays(today, DAYS.ahead)];
    for (const audience of audiences()) {
      for (let after = { sort: `${to}\uffff`, key: '' }; ; ) {
        const { documents } = readStore.list({ kind: 'deadline', audiences: [audience], where: { open: true }, after, limit: PAGE });
        yield* documents.filter(({ sort }) => sort >= from);
        const last = documents.at(-1);
        if (!last || documents.length < PAGE || last.sort < from) break;
        after = { sort: last.sort, key: last.key };
      }
    }
  }

  /** Those of every organisation there is, and the office's. */
  function audiences(): readonly Audience[] {
    const own: Audience[] = [];
    for (let after: { sort: string; key: string } | undefined; ; ) {
      const { documents } = readStore.list({ kind: 'organisation', audiences: ['everyone'], limit: PAGE, ...(after ? { after } : {}) });
      for (const { key } of documents) own.push(`organisation:${key}`, `appraisal:${key}`);
      const last = documents.at(-1);
      if (!last || documents.length < PAGE) return [...own, 'signed'];
      after = { sort: last.sort, key: last.key };
    }
  }
}

function idOf({ agreement, who, id, on }: DeadlineDocument, { lead }: Reminder): string {
  return `reminder/${agreement ?? who[0]}/${id}/${on}/${lead}`;
}

/** Auditors of the appraisal ledger read; nobody waits for them. */
function toldAs(audience: Audience, { ours }: DeadlineDocument): Told | undefined {
  if (audience === 'signed') return 'office';
  if (audience === 'appraisal') return undefined;
  return ours ? 'own' : 'other';
}
