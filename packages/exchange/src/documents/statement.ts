import { capitalAmount, type Fen, type Unit, units } from '@lianyu/domain/money';
import {
  type DerivationPart,
  type Line,
  lineWords,
  type Measure,
  markWords,
  measureWords,
  type Statement,
  type Step,
  stepInWords,
} from '@lianyu/domain/sharing';
import type { Sheet } from '../sheets/index.ts';
import { type Language, said, unitWords } from './words.ts';

/** A figure or a milestone behind a statement, or a sum for who may not read single figures. */
export interface StatementInput {
  readonly number?: number | undefined;
  readonly what: string;
  readonly party: string;
  readonly from: string;
  readonly to: string;
  readonly amount?: string | undefined;
  readonly unit?: Unit | undefined;
  readonly company?: { readonly code: string; readonly name: string } | undefined;
  readonly documents: readonly { readonly name: string; readonly digest: string }[];
  readonly event?: string | undefined;
}

/** A statement as it is handed on: what it is of, what it says, and what it follows from. */
export interface StatementExport {
  readonly number: string;
  readonly title: string;
  readonly heading: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly statements: readonly Statement[];
  readonly inputs: readonly StatementInput[];
  readonly digest?: string | undefined;
  readonly nameOf: (organisation: string) => string;
  readonly language: Language;
}

/** All amounts in one table, for a file that holds no more than one. */
export function statementTable(exported: StatementExport): Sheet {
  const { statements, period, number, title, heading, digest, language: l } = exported;
  return {
    name: said.statement[l],
    above: [
      `${said.statement[l]} ${period.from} – ${period.to}`,
      `${said.agreement[l]}: ${number} ${title}`,
      `${said.clause[l]}: ${heading}`,
      ...(digest === undefined ? [] : [`${said.digest[l]}: ${digest}`]),
    ],
    columns: [
      { header: said.statement[l], kind: 'text' },
      { header: said.subject[l], kind: 'text' },
      { header: said.party[l], kind: 'text' },
      { header: said.item[l], kind: 'text' },
      { header: said.earlier[l], kind: 'text' },
      { header: said.amount[l], kind: 'amount' },
      { header: said.unit[l], kind: 'text' },
      { header: said.how[l], kind: 'formula' },
      { header: said.capital[l], kind: 'text' },
      { header: said.knownAt[l], kind: 'text' },
      { header: said.engine[l], kind: 'text' },
    ],
    rows: statements.flatMap((statement) =>
      amountRows(statement, exported).map(([party, item, of, amount, how, capital]) => [
        kindName(statement, l),
        subjectName(statement, l),
        party,
        item,
        of,
        amount,
        unitWords[statement.unit][l],
        how,
        capital,
        statement.knownAt,
        `${statement.engine}, ${statement.reference}`,
      ]),
    ),
  };
}

/** The amounts first, one sheet for each subject; then what they follow from, and every step. */
export function statementSheets(exported: StatementExport): Sheet[] {
  return [...exported.statements.map((each) => amountsSheet(each, exported)), inputsSheet(exported), derivationSheet(exported)];
}

/** In the unit itself, with its decimals: `"123450"` of fen → `"1234.50"`. */
export function decimal(whole: string, unit: Unit): string {
  const { digits } = units[unit];
  const negative = whole.startsWith('-');
  const padded = whole.replace('-', '').padStart(digits + 1, '0');
  const at = padded.length - digits;
  return `${negative ? '-' : ''}${padded.slice(0, at)}${digits === 0 ? '' : `.${padded.slice(at)}`}`;
}

export function amountKind(unit: Unit): 'amount' | 'quantity' {
  return unit === 'fen' ? 'amount' : 'quantity';
}

function amountsSheet(statement: Statement, exported: StatementExport): Sheet {
  const { language: l } = exported;
  const { unit } = statement;
  return {
    name: `${kindName(statement, l)} ${subjectName(statement, l)}`,
    above: aboveOf(statement, exported),
    columns: [
      { header: said.party[l], kind: 'text', width: 26 },
      { header: said.item[l], kind: 'text', width: 26 },
      { header: said.earlier[l], kind: 'text', width: 26 },
      { header: `${said.amount[l]}（${unitWords[unit][l]}）`, kind: amountKind(unit) },
      { header: said.how[l], kind: 'formula', width: 60 },
      { header: said.capital[l], kind: 'text', width: 44 },
    ],
    rows: amountRows(statement, exported),
  };
}

/** Party, item, period, amount, how it came about, and in capital characters. */
function amountRows({ unit, lines, held, net, base, derivation }: Statement, exported: StatementExport): string[][] {
  const { nameOf, language: l } = exported;
  const row = (party: string, item: string, of: Line['of'], amount: string, how = ''): string[] => [
    party === '' ? '' : nameOf(party),
    item,
    of === undefined ? '' : `${of.from} – ${of.to}`,
    decimal(amount, unit),
    how,
    unit === 'fen' && item === said.net[l] ? capitals(amount) : '',
  ];
  return [
    row('', said.base[l], undefined, base),
    ...held.map((each) => row(each.party, said.held[l], each.of, each.amount)),
    ...lines.map((line) =>
      row(
        line.party,
        lineWords[line.kind][l],
        line.of,
        line.amount,
        howOf(line, derivation, (step) => wordsOf(step, unit, exported), unit),
      ),
    ),
    ...net.map((each) => row(each.party, said.net[l], undefined, each.amount)),
  ];
}

function capitals(amount: string): string {
  const whole = BigInt(amount);
  return whole < 10n ** 18n && whole > -(10n ** 18n) ? capitalAmount(whole as Fen) : '';
}

type InWords = ReturnType<typeof stepInWords>;

function wordsOf(step: Step, unit: Unit, { nameOf, language }: Pick<StatementExport, 'nameOf' | 'language'>): InWords {
  return stepInWords(step, { language, nameOf, amountOf: (whole) => decimal(whole, unit) });
}

/** What the steps of a line say, as text beside its amount: `8864197.50 × 3/5 = 5318518.50`. */
function howOf(line: Line, derivation: readonly DerivationPart[], wordsOfStep: (step: Step) => InWords, unit: Unit): string {
  const about = derivation.filter(({ stretch }) => line.of === undefined || (stretch.from >= line.of.from && stretch.to <= line.of.to));
  return about
    .flatMap((part) =>
      part.steps
        .filter((step) => step.applied && step.party === line.party && step.result !== undefined)
        .map((step) => stepHow(step, part, wordsOfStep(step), unit)),
    )
    .join('; ');
}

function stepHow({ values = {}, exact, result = '' }: Step, { base }: DerivationPart, said: InWords, unit: Unit): string {
  const shown = /^-?\d+$/.test(result) ? decimal(result, unit) : result;
  const ratio = values['ratio'];
  if (ratio !== undefined) return `${decimal(base, unit)} × ${ratio} = ${shown}`;
  return `${[said.rule, ...said.values, ...(exact ? [exact.join('/')] : [])].join(' ')} = ${shown}`;
}

function aboveOf(statement: Statement, exported: StatementExport): string[] {
  const { subject, period, knownAt, engine, reference, marks } = statement;
  const { number, title, heading, digest, language: l } = exported;
  return [
    `${kindName(statement, l)} ${period.from} – ${period.to}`,
    `${said.agreement[l]}: ${number} ${title}`,
    `${said.clause[l]}: ${heading}`,
    ...(subject === 'money' ? [] : [`${said.subject[l]}: ${measureWords[subject][l]}`]),
    `${said.knownAt[l]}: ${knownAt}`,
    `${said.engine[l]}: ${engine}, ${reference}`,
    ...(digest === undefined ? [] : [`${said.digest[l]}: ${digest}`]),
    ...(marks.length === 0 ? [] : [`${said.marks[l]}: ${marks.map((mark) => markWords[mark][l]).join(', ')}`]),
  ];
}

function inputsSheet({ inputs, nameOf, period, language: l }: StatementExport): Sheet {
  return {
    name: said.basis[l],
    above: [`${said.basis[l]} ${period.from} – ${period.to}`],
    columns: [
      { header: said.number[l], kind: 'text', width: 10 },
      { header: said.measure[l], kind: 'text', width: 36 },
      { header: said.reporter[l], kind: 'text', width: 26 },
      { header: said.from[l], kind: 'date', width: 14 },
      { header: said.to[l], kind: 'date', width: 14 },
      { header: said.amount[l], kind: 'amount' },
      { header: said.unit[l], kind: 'text', width: 12 },
      { header: said.company[l], kind: 'text', width: 30 },
      { header: said.code[l], kind: 'text', width: 24 },
      { header: said.document[l], kind: 'text', width: 30 },
      { header: said.hash[l], kind: 'text', width: 68 },
      { header: said.event[l], kind: 'text', width: 40 },
    ],
    rows: inputs.flatMap((input) =>
      (input.documents.length === 0 ? [{ name: '', digest: '' }] : input.documents).map((document) => [
        input.number === undefined ? '' : String(input.number),
        input.what in measureWords ? measureWords[input.what as Measure][l] : input.what,
        nameOf(input.party),
        input.from,
        input.to,
        input.amount === undefined || input.unit === undefined ? '' : decimal(input.amount, input.unit),
        input.unit === undefined ? '' : unitWords[input.unit][l],
        input.company?.name ?? '',
        input.company?.code ?? '',
        document.name,
        document.digest,
        input.event ?? '',
      ]),
    ),
  };
}

function derivationSheet(exported: StatementExport): Sheet {
  const { statements, nameOf, period, language: l } = exported;
  const text = (header: { zh: string; en: string }, width: number) => ({ header: header[l], kind: 'text' as const, width });
  return {
    name: said.derivation[l],
    above: [`${said.derivation[l]} ${period.from} – ${period.to}`],
    columns: [
      text(said.subject, 20),
      text(said.stretch, 26),
      text(said.company, 24),
      text(said.step, 8),
      text(said.node, 28),
      text(said.rule, 18),
      text(said.party, 24),
      text(said.applied, 8),
      text(said.why, 20),
      text(said.values, 30),
      { header: said.exact[l], kind: 'formula', width: 30 },
      text(said.result, 24),
      text(said.inputs, 40),
    ],
    rows: statements.flatMap((statement) =>
      statement.derivation.flatMap((part) =>
        part.steps.map((step, at) => {
          const words = wordsOf(step, statement.unit, exported);
          return [
            subjectName(statement, l),
            `${part.stretch.from} – ${part.stretch.to}`,
            part.company ?? '',
            String(at + 1),
            step.path,
            words.rule,
            step.party === undefined ? '' : nameOf(step.party),
            step.applied ? said.yes[l] : said.no[l],
            words.why ?? '',
            words.values.join(', '),
            step.exact?.join('/') ?? '',
            step.result !== undefined && /^-?\d+$/.test(step.result) ? decimal(step.result, statement.unit) : (step.result ?? ''),
            step.inputs.join(' '),
          ];
        }),
      ),
    ),
  };
}

/** `entitlement` is what the period is worth as known at an instant, `booked` what its statement contained. */
function kindName({ kind }: Statement, l: Language): string {
  return kind === 'entitlement' ? said.entitlement[l] : said.statement[l];
}

function subjectName({ subject }: Statement, language: Language): string {
  return subject === 'money' ? said.money[language] : measureWords[subject][language];
}
