import type { Line, LineKind, PartyAmount } from '../../../statement.ts';
import type { Roster } from '../roster.ts';
import { zeros } from '../roster.ts';

export const kinds = ['share', 'recovery', 'charge', 'guarantee', 'redirected', 'retained', 'carried'] as const satisfies readonly LineKind[];
export type TallyKind = (typeof kinds)[number];
const index: Readonly<Record<TallyKind, number>> = { share: 0, recovery: 1, charge: 2, guarantee: 3, redirected: 4, retained: 5, carried: 6 };

/** The amounts of a period as its stretches are computed, by kind and party, and in whose hands the money lies. */
export class Tally {
  readonly roster: Roster;
  readonly held: bigint[];
  /** By index of the source in the terms. */
  readonly sources: bigint[] = [];
  base = 0n;
  readonly #amounts: bigint[];

  constructor(roster: Roster) {
    this.roster = roster;
    this.held = zeros(roster.ids.length);
    this.#amounts = zeros(roster.ids.length * kinds.length);
  }

  add(kind: TallyKind, party: number, amount: bigint): void {
    if (amount === 0n) return;
    const at = party * kinds.length + index[kind];
    this.#amounts[at] = (this.#amounts[at] ?? 0n) + amount;
  }

  of(kind: TallyKind, party: number): bigint {
    return this.#amounts[party * kinds.length + index[kind]] ?? 0n;
  }

  source(at: number, amount: bigint): void {
    this.sources[at] = (this.sources[at] ?? 0n) + amount;
  }

  /** Money that a party has in hand, or where it is negative has laid out. */
  lay(party: number, amount: bigint): void {
    if (amount !== 0n) this.held[party] = (this.held[party] ?? 0n) + amount;
  }

  hold(amounts: readonly bigint[]): void {
    for (let at = 0; at < amounts.length; at += 1) {
      const amount = amounts[at] ?? 0n;
      if (amount !== 0n) this.held[at] = (this.held[at] ?? 0n) + amount;
    }
  }

  /** Takes in what another has: the enterprises of a clause one by one. */
  take(other: Tally): void {
    for (let at = 0; at < other.#amounts.length; at += 1) this.#amounts[at] = (this.#amounts[at] ?? 0n) + (other.#amounts[at] ?? 0n);
    for (let at = 0; at < other.sources.length; at += 1) this.source(at, other.sources[at] ?? 0n);
    this.hold(other.held);
    this.base += other.base;
  }

  /** A share for everyone in `sharing`, if it is nothing too; of the other kinds what there is. */
  lines(sharing: readonly boolean[]): Line[] {
    const lines: Line[] = [];
    for (let party = 0; party < this.roster.ids.length; party += 1) {
      for (let at = 0; at < kinds.length; at += 1) {
        const amount = this.#amounts[party * kinds.length + at] ?? 0n;
        if (amount === 0n && (at !== index.share || sharing[party] !== true)) continue;
        lines.push({ party: this.#id(party), amount: amount.toString(), kind: kinds[at] ?? 'share' });
      }
    }
    return lines;
  }

  heldBy(): PartyAmount[] {
    const held: PartyAmount[] = [];
    for (let party = 0; party < this.held.length; party += 1) {
      const amount = this.held[party] ?? 0n;
      if (amount !== 0n) held.push({ party: this.#id(party), amount: amount.toString() });
    }
    return held;
  }

  net(sharing: readonly boolean[]): PartyAmount[] {
    const net: PartyAmount[] = [];
    for (let party = 0; party < this.held.length; party += 1) {
      let amount = -(this.held[party] ?? 0n);
      for (let at = 0; at < kinds.length; at += 1) {
        const part = this.#amounts[party * kinds.length + at] ?? 0n;
        if (part !== 0n) amount += part;
      }
      if (amount !== 0n || sharing[party] === true) net.push({ party: this.#id(party), amount: amount.toString() });
    }
    return net;
  }

  #id(party: number): Line['party'] {
    return this.roster.ids[party] as Line['party'];
  }
}
