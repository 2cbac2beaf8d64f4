import type { ExplainedInput, PeriodKnown } from '@lianyu/contract';
import { type Language, type Sheet, type StatementExport, type StatementInput, statementSheets, statementTable } from '@lianyu/exchange';
import type { AccountDocument } from '@lianyu/projections/folds';

interface Exported {
  readonly account: AccountDocument;
  readonly known: PeriodKnown;
  readonly nameOf: (organisation: string) => string;
  readonly language: Language;
}

/** A workbook: what was booked and what the period is worth, each subject on a sheet; from what, and by which steps. */
export const statementWorkbook = (exported: Exported): Sheet[] => statementSheets(asExport(exported));

/** The same amounts in one table. */
export const statementText = (exported: Exported): Sheet => statementTable(asExport(exported));

function asExport({ account, known, nameOf, language }: Exported): StatementExport {
  const { number, title, heading } = account;
  const { period, entitlement, booked, inputs, sums } = known;
  return {
    number,
    title: title[language] || title.zh,
    heading: heading[language] || heading.zh,
    period,
    statements: [...(booked?.statements ?? []), ...entitlement],
    ...(booked ? { digest: booked.digest } : {}),
    // Sums are for whoever may not read single figures; to the others they would say the same twice.
    inputs: inputs.length > 0 ? inputs.map(fromInput) : sums.map(fromSum),
    nameOf,
    language,
  };
}

function fromInput(input: ExplainedInput): StatementInput {
  const { number, party, company, documents, eventId } = input;
  const common = { number, party, documents, event: eventId, ...(company ? { company } : {}) };
  return input.kind === 'figure'
    ? { ...common, what: input.measure, from: input.period.from, to: input.period.to, amount: input.amount, unit: input.unit }
    : { ...common, what: input.milestone, from: input.on, to: input.on };
}

function fromSum({ measure, unit, party, period, amount }: PeriodKnown['sums'][number]): StatementInput {
  return { what: measure, party, from: period.from, to: period.to, amount, unit, documents: [] };
}
