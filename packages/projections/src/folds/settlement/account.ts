import { adoptedIn, type Matter, onTheTable, openOf, type Pair, pairsOf, yetToAgree } from '@lianyu/domain/settlement';
import type { Document } from '../projection.ts';
import { accountKey, actFor, forEach, namedOf, type OpenedState, type Reader, readersOf, topicOf } from './readers.ts';
import type { AccountDocument, MatterDocument, PairBalance } from './schemas.ts';

/** The account as it stands. */
export function accountDocuments(state: OpenedState): readonly Document[] {
  const { opened, openedAt, phase, lastDay, parties, readers, next, closedYears, matters } = state;
  if (phase === 'none' || openedAt === undefined) return [];
  const through = adoptedIn(state).at(-1)?.period.to;
  const current = onTheTable(state)?.period.from;
  const pairs = pairsOf(state).map(balanceOf);
  const about = { kind: 'settlement-account', key: accountKey(state), topic: topicOf(state), sort: `${opened.number}/${opened.clause}` };
  return forEach(
    readersOf(state),
    about,
    (reader): AccountDocument => ({
      ...namedOf(state),
      parties: [...parties],
      readers: [...readers],
      phase,
      ...(lastDay === undefined ? {} : { lastDay }),
      openedAt,
      ...(through === undefined ? {} : { adoptedThrough: through }),
      ...(current === undefined ? {} : { current }),
      pairs,
      ...(next === undefined || phase !== 'open' ? {} : { next }),
      closedYears: closedYears.map(({ year, at, totals }) => ({ year, at, totals: [...totals] })),
      matters: matters.filter(({ about: { kind } }) => kind !== 'resolution').map((matter) => matterFor(reader, matter, state)),
    }),
  );
}

function balanceOf(pair: Pair): PairBalance {
  const { from, to, due, received, inTransit, held } = pair;
  return {
    from,
    to,
    due: due.toString(),
    received: received.toString(),
    inTransit: inTransit.toString(),
    open: openOf(pair).toString(),
    held: held.toString(),
  };
}

/** Auditors have it without the documents, which may tell of single enterprises. */
export function matterFor(reader: Reader, matter: Matter, { parties }: OpenedState): MatterDocument {
  const { number, about, agreed, state, rejected } = matter;
  return {
    matter: number,
    kind: about.kind,
    ...actFor(reader, matter),
    agreed: agreed.map((act) => actFor(reader, act)),
    awaits: [...yetToAgree(matter, parties)],
    state,
    ...(rejected === undefined ? {} : { rejected: { ...actFor(reader, rejected), reason: rejected.reason } }),
    ...toldOf(about, reader),
  };
}

function toldOf(about: Matter['about'], { singles }: Reader): Partial<MatterDocument> {
  switch (about.kind) {
    case 'resolution': {
      const { dispute, amount, by, effect, basis } = about.data;
      return { dispute, amount, by, effect, basis: singles ? basis : { ...basis, documents: [] } };
    }
    case 'year-closing':
      return { year: about.data.year, totals: about.data.totals };
    case 'winding-up':
      return { lastDay: about.data.lastDay, words: about.data.reason };
    case 'closing':
      return { words: about.data.note };
  }
}
