import type { Film } from '@lianyu/contract';
import type { Row } from '@lianyu/contract/live';
import type { Activity, AgreementRow, CoordinationDocument, DeadlineDocument } from '@lianyu/projections/folds';
import { fullest } from '../ui/rows.ts';
import type { PictureData } from '../wall/picture-data.ts';

type Rows = ReadonlyMap<string, Row>;

/** Every so many frames the rows are kept, so that going back costs no more than that many frames. */
const KEPT_EVERY = 100;
/** As many happenings as a live page of them has. */
const HAPPENINGS = 500;

const identityOf = ({ kind, key, audience }: Pick<Row, 'kind' | 'key' | 'audience'>) => `${kind}\n${key}\n${audience}`;

/** A film as it is wound to and fro. Frame 0 is the opening, frame n what stood after the nth change. */
export class Reel {
  readonly film: Film;
  #kept = new Map<number, Rows>();
  #shown: { readonly at: number; readonly rows: Rows };

  constructor(film: Film) {
    this.film = film;
    const opening: Rows = new Map(film.opening.map((row) => [identityOf(row), row]));
    this.#kept.set(0, opening);
    this.#shown = { at: 0, rows: opening };
  }

  get length(): number {
    return this.film.frames.length;
  }

  /** The rows after a frame. */
  rows(frame: number): readonly Row[] {
    if (this.#shown.at !== frame) this.#shown = { at: frame, rows: this.#wound(frame) };
    return [...this.#shown.rows.values()];
  }

  /** When a frame was recorded; the opening's is the beginning of the film. */
  at(frame: number): string {
    return this.film.frames[frame - 1]?.at ?? this.film.from;
  }

  /** The last frame that was recorded not later than an instant. */
  frameAt(instant: string): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.at(middle) <= instant) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #wound(frame: number): Rows {
    let from = this.#shown.at <= frame ? this.#shown : { at: 0, rows: this.#kept.get(0) ?? new Map<string, Row>() };
    for (const [at, rows] of this.#kept) if (at <= frame && at > from.at) from = { at, rows };
    const rows = new Map(from.rows);
    for (let at = from.at + 1; at <= frame; at += 1) {
      for (const delta of this.film.frames[at - 1]?.deltas ?? []) {
        if (delta.op === 'put') rows.set(identityOf(delta.row), delta.row);
        else if (delta.op === 'remove') rows.delete(identityOf(delta));
      }
      if (at % KEPT_EVERY === 0 && !this.#kept.has(at)) this.#kept.set(at, new Map(rows));
    }
    return rows;
  }
}

export interface Filter {
  readonly organisation: string;
  readonly agreement: string;
  readonly kind: string;
}

/** The wall's picture of these rows, of one organisation, agreement or kind of event if asked. */
export function pictureOf(rows: readonly Row[], now: number, { organisation, agreement, kind }: Filter): PictureData {
  const bodies = <Body>(wanted: string) => {
    const found = rows.filter((row) => row.kind === wanted).sort(inOrder) as (Row & { readonly body: Body })[];
    return fullest(found);
  };
  const meant = (id: string | undefined, parties: readonly string[]) =>
    (agreement === '' || id === agreement) && (organisation === '' || parties.includes(organisation));
  const agreements = bodies<AgreementRow>('agreement-row').map(({ body }) => body);
  const partiesOf = new Map(agreements.map((row) => [row.id as string, row.parties as readonly string[]]));
  return {
    agreements: agreements.filter((row) => meant(row.id, row.parties)),
    happenings: bodies<Activity>('activity')
      .filter(({ body }) => meant(body.negotiation, body.parties) && (kind === '' || body.kind === kind))
      .slice(0, HAPPENINGS)
      .map(({ key, body }) => ({ key, body })),
    deadlines: bodies<DeadlineDocument>('deadline')
      .map(({ body }) => body)
      .filter((each) => meant(each.agreement, [...each.who, ...(partiesOf.get(each.agreement ?? '') ?? [])])),
    exchanges: bodies<CoordinationDocument>('coordination')
      .map(({ body }) => body)
      .filter((each) => meant(each.agreement, each.to)),
    now,
  };
}

/** The frames at which something happens that the filter lets through: where stepping stops. */
export function stopsOf({ frames }: Film, { organisation, agreement, kind }: Filter): readonly number[] {
  if (organisation === '' && agreement === '' && kind === '') return frames.map((_, index) => index + 1);
  return frames.flatMap(({ deltas }, index) => {
    const happened = deltas.some((delta) => {
      if (delta.op !== 'put' || delta.row.kind !== 'activity') return false;
      const body = delta.row.body as Activity;
      return (
        (organisation === '' || body.parties.some((party) => party === organisation)) &&
        (agreement === '' || body.negotiation === agreement) &&
        (kind === '' || body.kind === kind)
      );
    });
    return happened ? [index + 1] : [];
  });
}

/** Newest first, as live rows are sorted. */
function inOrder(one: Row, other: Row): number {
  if (one.sort !== other.sort) return one.sort < other.sort ? 1 : -1;
  return one.key < other.key ? -1 : one.key > other.key ? 1 : 0;
}
