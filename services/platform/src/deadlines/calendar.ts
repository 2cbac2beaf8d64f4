import { addDays, beijingDate, type Instant, type MemberId } from '@lianyu/domain/kernel';
import type { ReadStore } from '@lianyu/projections';
import { type Audience, deadlineDocument, organisationDocument } from '@lianyu/projections/folds';
import { type CalendarDay, calendarText } from './ics.ts';
import { deadlinesBetween } from './list.ts';
import { descriptionOf, type Language, summaryOf } from './words.ts';

/** Whose calendar it is, with today's readerships: who lost a role sees less at the next look. */
export interface Holder {
  readonly member: MemberId;
  readonly audiences: readonly Audience[];
}

/** How far a calendar looks back and ahead, in days. */
const DAYS = { back: 60, ahead: 800 } as const;

/** The deadlines of one person as a calendar. Titles of what is not signed are in it, so that its address is a secret. */
export function calendarFor(
  readStore: Pick<ReadStore, 'list' | 'get'>,
  { audiences }: Holder,
  { language, now, origin }: { readonly language: Language; readonly now: Instant; readonly origin: string },
): string {
  const today = beijingDate(now);
  const { shown } = deadlinesBetween(readStore, audiences, { from: addDays(today, -DAYS.back), to: addDays(today, DAYS.ahead) });
  const nameOf = (id: string) => {
    const known = organisationDocument.safeParse(readStore.get('organisation', id, ['everyone'])?.body).data;
    return known ? known.profile.shortName[language] || known.profile.shortName.zh : id;
  };
  const days = shown.flatMap(({ key, body }): CalendarDay[] => {
    const deadline = deadlineDocument.safeParse(body).data;
    if (!deadline) return [];
    return [
      {
        uid: `${key}@lianyu`,
        on: deadline.on,
        summary: summaryOf(deadline, language, today),
        description: descriptionOf(deadline, language, nameOf),
        url: origin + (deadline.agreement === undefined ? '/administration' : `/agreements/${deadline.agreement}`),
      },
    ];
  });
  return calendarText(language === 'zh' ? '联域 期限' : 'Lianyu deadlines', days, now);
}
