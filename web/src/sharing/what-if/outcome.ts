import type { Evaluation, Line, Statement } from '@lianyu/domain/sharing';

/** One period as a row: what it was worth, and what each got of it. Amounts in the smallest part of the unit. */
export interface OutcomeRow {
  readonly statement: Statement;
  readonly parties: readonly { readonly party: string; readonly amount: bigint }[];
}

/** What is attributed to a party: all its lines but cash that goes elsewhere. */
export function attributedTo({ lines }: Pick<Statement, 'lines'>, party: string): bigint {
  return lines.filter((line) => line.party === party && line.kind !== 'redirected').reduce((sum, { amount }) => sum + BigInt(amount), 0n);
}

/** Of a party's lines those of some kinds. */
export function ofKinds({ lines }: Pick<Statement, 'lines'>, party: string, kinds: readonly Line['kind'][]): bigint {
  return lines.filter((line) => line.party === party && kinds.includes(line.kind)).reduce((sum, { amount }) => sum + BigInt(amount), 0n);
}

export interface Subject {
  readonly ledger: Statement['ledger'];
  readonly subject: Statement['subject'];
  readonly unit: Statement['unit'];
  readonly rows: readonly OutcomeRow[];
}

/** The statements apart by what they count and in which ledger, each in the order of its periods, from the year on that is looked at. */
export function subjectsOf({ statements }: Evaluation, parties: readonly string[], from: string): readonly Subject[] {
  const bySubject = new Map<string, Statement[]>();
  for (const statement of statements) {
    if (statement.period.to < from) continue;
    const key = `${statement.ledger} ${statement.subject}`;
    bySubject.set(key, [...(bySubject.get(key) ?? []), statement]);
  }
  return [...bySubject.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const rows = all.map((statement) => ({ statement, parties: parties.map((party) => ({ party, amount: attributedTo(statement, party) })) }));
    return [{ ledger: first.ledger, subject: first.subject, unit: first.unit, rows }];
  });
}
