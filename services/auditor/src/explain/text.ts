import { type Unit, units } from '@lianyu/domain/money';
import { type DerivationPart, lineWords, type Measure, measureWords, type Step, stepInWords } from '@lianyu/domain/sharing';
import type { Language } from '../command.ts';
import type { Explained, Input } from './explained.ts';
import { texts } from './words.ts';

/** A derivation to be read from top to bottom, down to the hashes of the documents. */
export function explanationText(explained: Explained, nameOf: (organisation: string) => string, language: Language): string {
  const t = texts[language];
  const { statement, line, unit, inputs, derivation } = explained;
  const { agreement, clause, ledger, period, engine, reference, digest } = statement;
  const byEvent = new Map(inputs.map((input) => [input.event, input]));
  return [
    ...(ledger === 'appraisal' ? [t.appraisal] : []),
    `${t.statement} ${agreement}/${clause}/${ledger} ${period.from} – ${period.to}`,
    `  ${engine} · ${reference} · ${t.knownAt} ${explained.knownAt} · ${digest}`,
    `  ${t.position} ${explained.position}`,
    `  ${explained.verified ? t.verified : t.unverified}`,
    `${t.line} ${explained.index}: ${nameOf(line.party)} · ${lineWords[line.kind][language]} · ${amountOf(line.amount, unit)}${line.of ? ` (${line.of.from} – ${line.of.to})` : ''}`,
    ...derivation.flatMap((part) => partText(part, explained, byEvent, nameOf, language)),
    ...(inputs.length === 0 ? [] : [`${t.inputs}:`, ...inputs.flatMap((input) => inputText(input, nameOf, language))]),
  ].join('\n');
}

/** An amount of a unit's smallest parts in the unit itself: `123450` fen → `1,234.50`. */
export function amountOf(whole: string, unit: Unit): string {
  const { digits } = units[unit];
  const negative = whole.startsWith('-');
  const padded = whole.replace('-', '').padStart(digits + 1, '0');
  const before = padded.slice(0, padded.length - digits).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${negative ? '-' : ''}${before}${digits === 0 ? '' : `.${padded.slice(-digits)}`} ${unit === 'fen' ? 'CNY' : unit}`;
}

function partText(
  { stretch, year, base, terms, company, steps }: DerivationPart,
  { unit }: Explained,
  inputs: ReadonlyMap<string, Input>,
  nameOf: (organisation: string) => string,
  language: Language,
): string[] {
  const t = texts[language];
  const about = [
    `${stretch.from} – ${stretch.to}`,
    ...(year === undefined ? [] : [t.year.replace('{year}', String(year))]),
    ...(company === undefined ? [] : [company]),
    `${t.base} ${amountOf(base, unit)}`,
    `${t.terms} ${terms.slice(0, 12)}…`,
  ];
  return [`  ${about.join(' · ')}`, ...steps.map((step, at) => `    ${at + 1}. ${stepText(step, unit, inputs, nameOf, language)}`)];
}

function stepText(step: Step, unit: Unit, inputs: ReadonlyMap<string, Input>, nameOf: (organisation: string) => string, language: Language): string {
  const t = texts[language];
  const { path, applied, party, inputs: events, exact, result } = step;
  const said = stepInWords(step, { language, nameOf, amountOf: (whole) => amountOf(whole, unit) });
  const numbers = events.map((event) => {
    const input = inputs.get(event);
    return input ? `${t[input.kind]} ${input.number}` : `${t.unknown} ${event}`;
  });
  return [
    `[${path}] ${said.rule}`,
    ...(party === undefined ? [] : [nameOf(party)]),
    ...(applied ? [] : [`✗ ${said.why ?? ''}`]),
    ...said.values,
    ...(exact ? [`${t.exact} ${exact.join('/')}`] : []),
    ...(result === undefined ? [] : [`= ${/^-?\d+$/.test(result) ? amountOf(result, unit) : result}`]),
    ...(numbers.length === 0 ? [] : [`← ${numbers.join(', ')}`]),
  ].join(' · ');
}

function inputText(input: Input, nameOf: (organisation: string) => string, language: Language): string[] {
  const t = texts[language];
  const what = input.kind === 'figure' ? measureWords[input.what as Measure][language] : input.what;
  const confirmed = input.confirmedBy.map(({ party, at }) => `${nameOf(party)} ${at}`).join(', ');
  return [
    `  ${t[input.kind]} ${input.number} · ${what} · ${input.when}${input.amount !== undefined && input.unit ? ` · ${amountOf(input.amount, input.unit)}` : ''}${input.company ? ` · ${input.company.name} ${input.company.code}` : ''}`,
    `    ${t.reported} ${nameOf(input.party)} ${input.reportedAt} · ${t.confirmed} ${confirmed} · ${input.event}`,
    ...input.documents.map(({ digest, name }) => `    ${t.document} ${name} · sha256 ${digest}`),
  ];
}
