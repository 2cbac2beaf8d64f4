import type { DerivationPart, Line, PartyAmount, Statement, Step } from '../../statement.ts';
import type { Booking } from '../interface.ts';

/**
 * `booked(P)`: the entitlement of the period, and for every earlier period that was booked, what it is worth now less all that
 * was booked for it. What was booked before is only read. Differences that become known after the time for late items are not
 * booked: the statement says that they are open.
 */
export function book({ period, now, before }: Booking): Statement[] {
  return now.statements.filter((statement) => statement.period.from === period).map((statement) => booked(statement, now.statements, before));
}

/** What an earlier period has brought each party, by kind of booking. */
interface Worth {
  readonly attributed: Map<string, bigint>;
  readonly redirected: Map<string, bigint>;
  readonly held: Map<string, bigint>;
  readonly inputs: Set<string>;
}

function booked(statement: Statement, now: readonly Statement[], before: readonly Statement[]): Statement {
  const same = (other: Statement) => other.clause === statement.clause && other.ledger === statement.ledger && other.subject === statement.subject;
  const earlier = before
    .filter((other) => same(other) && other.period.from < statement.period.from)
    .sort((a, b) => (a.period.from < b.period.from ? -1 : 1));
  const lines: Line[] = [...statement.lines];
  const held: Statement['held'] = [...statement.held];
  const parts: DerivationPart[] = [];
  const net = new Map<string, bigint>(statement.net.map(({ party, amount }) => [party, BigInt(amount)]));
  let open = false;
  for (const { period } of earlier) {
    const was = worthBooked(period.from, earlier);
    const current = now.find((other) => same(other) && other.period.from === period.from);
    const is = current === undefined ? nothing() : worthOf(current);
    const changes = {
      difference: differences(was.attributed, is.attributed),
      redirected: differences(was.redirected, is.redirected),
      held: differences(was.held, is.held),
    };
    if (changes.difference.length + changes.redirected.length + changes.held.length === 0) continue;
    if (current?.late !== undefined && statement.period.from > current.late.until) {
      open = true;
      parts.push(explained(period, statement, was, is, changes.difference, 'late'));
      continue;
    }
    for (const kind of ['difference', 'redirected'] as const)
      for (const { party, amount } of changes[kind]) {
        lines.push({ party, amount, kind, of: period });
        if (statement.net.length > 0) net.set(party, (net.get(party) ?? 0n) + BigInt(amount));
      }
    for (const { party, amount } of changes.held) {
      held.push({ party, amount, of: period });
      if (statement.net.length > 0) net.set(party, (net.get(party) ?? 0n) - BigInt(amount));
    }
    parts.push(explained(period, statement, was, is, changes.difference, undefined));
  }
  return {
    ...statement,
    kind: 'booked',
    lines,
    held,
    net: [...net].map(([party, amount]) => ({ party: party as PartyAmount['party'], amount: amount.toString() })),
    marks: open ? [...statement.marks, 'late-open'] : statement.marks,
    derivation: [...statement.derivation, ...parts],
  };
}

const nothing = (): Worth => ({ attributed: new Map(), redirected: new Map(), held: new Map(), inputs: new Set() });

/** All that was booked for a period: its own statement, and the differences in later ones. */
function worthBooked(from: string, earlier: readonly Statement[]): Worth {
  const worth = nothing();
  for (const statement of earlier) {
    const own = statement.period.from === from;
    const counts = (of: { from: string } | undefined) => (of === undefined ? own : of.from === from);
    for (const { party, amount, kind, of } of statement.lines)
      if (counts(of)) add(kind === 'redirected' ? worth.redirected : worth.attributed, party, amount);
    for (const { party, amount, of } of statement.held) if (counts(of)) add(worth.held, party, amount);
    if (own) for (const { steps } of statement.derivation) for (const { inputs } of steps) for (const id of inputs) worth.inputs.add(id);
  }
  return worth;
}

function worthOf(statement: Statement): Worth {
  return worthBooked(statement.period.from, [statement]);
}

function add(amounts: Map<string, bigint>, party: string, amount: string): void {
  amounts.set(party, (amounts.get(party) ?? 0n) + BigInt(amount));
}

function differences(was: ReadonlyMap<string, bigint>, is: ReadonlyMap<string, bigint>): PartyAmount[] {
  const found: PartyAmount[] = [];
  for (const party of new Set([...was.keys(), ...is.keys()])) {
    const difference = (is.get(party) ?? 0n) - (was.get(party) ?? 0n);
    if (difference !== 0n) found.push({ party: party as PartyAmount['party'], amount: difference.toString() });
  }
  return found;
}

/** What the period was worth and is worth now, with the events that came or went in between. */
function explained(
  period: Statement['period'],
  { terms }: Statement,
  was: Worth,
  is: Worth,
  changes: readonly PartyAmount[],
  late: 'late' | undefined,
): DerivationPart {
  const changed = [...is.inputs].filter((id) => !was.inputs.has(id)).concat([...was.inputs].filter((id) => !is.inputs.has(id))) as Step['inputs'];
  const steps = changes.map(
    ({ party, amount }): Step => ({
      path: 'settlement.lateItems',
      rule: 'difference',
      applied: late === undefined,
      ...(late === undefined ? {} : { why: 'ended' as const }),
      party,
      inputs: changed,
      values: { was: (was.attributed.get(party) ?? 0n).toString(), now: (is.attributed.get(party) ?? 0n).toString() },
      result: amount,
    }),
  );
  return { stretch: period, terms: terms[0] ?? ('' as DerivationPart['terms']), base: '0', steps };
}
