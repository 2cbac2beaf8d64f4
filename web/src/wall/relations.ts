import type { AgreementRow, OrganisationDocument, Stage } from '@lianyu/projections/folds';
import { type Group, groupOf, groups, type League, leagueOf, leagues, MARGIN, type Point, TILE } from './places.ts';

export type LinkState = 'registered' | 'open' | 'stalled' | 'signed';

export interface Link {
  readonly key: string;
  readonly from: Point;
  readonly to: Point;
  readonly state: LinkState;
  /** How many agreements stand behind it. */
  readonly count: number;
  readonly parties: readonly [string, string];
}

export interface Node extends Point {
  readonly id: string;
  readonly group: Group;
}

export interface Relations {
  readonly links: readonly Link[];
  readonly nodes: readonly Node[];
  /** Leagues in which a zone is registered, and which of those zones take part in something. */
  readonly settled: ReadonlyMap<League, readonly string[]>;
  readonly hidden: ReadonlyMap<Group, number>;
  /** How far down the drawing reaches. */
  readonly height: number;
}

const ROWS_SHOWN = 3;
const STEP = { x: 132, y: 44 } as const;

/** Who works with whom, laid out: drawn only from registered zones and from agreements that the viewer may know of. */
export function relationsOf(
  organisations: Iterable<OrganisationDocument>,
  agreements: readonly { row: AgreementRow; stalled: boolean }[],
): Relations {
  const places = new Map<string, Point>();
  const settled = new Map<League, readonly string[]>();
  const nodes: Node[] = [];
  const hidden = new Map<Group, number>();
  const active = new Map<string, number>();
  for (const { row } of agreements) for (const party of row.parties) active.set(party, (active.get(party) ?? 0) + 1);

  const zones = [...organisations]
    .filter(({ profile, id }) => profile.kind === 'zone' || active.has(id))
    .sort((one, other) => (active.get(other.id) ?? 0) - (active.get(one.id) ?? 0));
  const counted = new Map<Group, number>();
  for (const { id, profile } of zones) {
    const league = leagueOf(profile.regionCode);
    if (league) {
      settled.set(league, [...(settled.get(league) ?? []), id]);
      places.set(id, { x: leagues[league].x + TILE.width / 2, y: leagues[league].y + TILE.height / 2 });
      continue;
    }
    const group = groupOf(profile.regionCode);
    const index = counted.get(group) ?? 0;
    const { x, y, columns } = groups[group];
    if (index >= columns * ROWS_SHOWN) {
      hidden.set(group, (hidden.get(group) ?? 0) + 1);
      continue;
    }
    counted.set(group, index + 1);
    const node = { id, group, x: x + (index % columns) * STEP.x, y: y + Math.floor(index / columns) * STEP.y };
    nodes.push(node);
    places.set(id, node);
  }
  const lowest = Math.max(...Object.values(leagues).map(({ y }) => y + TILE.height), ...nodes.map(({ y }) => y));
  return { links: linksBetween(places, agreements), nodes, settled, hidden, height: lowest + MARGIN };
}

const over: ReadonlySet<Stage> = new Set(['declined', 'withdrawn', 'lapsed', 'expired', 'terminated', 'closed', 'archived', 'void']);
const signedStages: ReadonlySet<Stage> = new Set(['concluded', 'in-force', 'suspended']);
const weight: Readonly<Record<LinkState, number>> = { registered: 0, signed: 1, open: 2, stalled: 3 };

/** What was registered from paper and not confirmed by every party is neither negotiated nor signed here. */
function stateOf(stage: Stage, stalled: boolean): LinkState {
  if (stage === 'registered') return 'registered';
  if (stalled) return 'stalled';
  return signedStages.has(stage) ? 'signed' : 'open';
}

function linksBetween(places: ReadonlyMap<string, Point>, agreements: readonly { row: AgreementRow; stalled: boolean }[]): readonly Link[] {
  const links = new Map<string, Link>();
  for (const { row, stalled } of agreements) {
    if (over.has(row.stage)) continue;
    const state: LinkState = stateOf(row.stage, stalled);
    const parties = [...row.parties].sort();
    for (const [index, one] of parties.entries()) {
      for (const other of parties.slice(index + 1)) {
        const from = places.get(one);
        const to = places.get(other);
        if (!from || !to) continue;
        const key = `${one}/${other}`;
        const known = links.get(key);
        links.set(key, {
          key,
          from,
          to,
          parties: [one, other],
          count: (known?.count ?? 0) + 1,
          state: known && weight[known.state] > weight[state] ? known.state : state,
        });
      }
    }
  }
  return [...links.values()].sort((one, other) => weight[one.state] - weight[other.state]);
}
