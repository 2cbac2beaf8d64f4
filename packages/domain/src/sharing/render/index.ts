import type { OrganisationId } from '../../kernel/index.ts';
import { type ComputedTerm, type SharingTerm, sharingTerm } from '../term/index.ts';
import type { Section } from './section.ts';
import { shareTermText } from './share.ts';
import type { Found, Voice } from './syntax.ts';
import { sections } from './term.ts';

export { balanceWords, lineWords, markWords, reasonWords, type StepVoice, stepInWords } from './step-words.ts';
export type { Words } from './syntax.ts';
export { indicatorWords, levelWords, measureWords, milestoneWords, quotaWords, taxWords } from './words.ts';

/** What a field of a term says, in paragraphs. `path` is that of the field, with an index where each item has its own. */
export interface TextOfField {
  readonly path: string;
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

/** A sharing term in words, paragraph by paragraph. */
export function sharingText(term: SharingTerm, parties: readonly OrganisationId[]): { zh: string[]; en: string[] } {
  if (term.node === 'share') return shareTermText(term, parties);
  const fields = fieldTexts(term, parties);
  return { zh: fields.flatMap(({ zh }) => zh), en: fields.flatMap(({ en }) => en) };
}

/** The text of a term by its fields, so that a step of a derivation finds the words that it follows. */
export function fieldTexts(term: ComputedTerm, parties: readonly OrganisationId[]): readonly TextOfField[] {
  return sections[term.node].flatMap((section) => textsOf(section, fieldOf(term, section), parties));
}

/** The same while a term is being written: the text of those fields that are complete by their schema. What says several fields at once waits for all of them. */
export function textsSoFar(
  node: ComputedTerm['node'],
  complete: Readonly<Record<string, unknown>>,
  parties: readonly OrganisationId[],
): readonly TextOfField[] {
  const whole = sharingTerm.safeParse({ ...complete, node }).data;
  return sections[node].flatMap((section): readonly TextOfField[] => {
    if (section.whole) return whole === undefined || whole.node === 'share' ? [] : textsOf(section, whole, parties);
    return section.field in complete ? textsOf(section, complete[section.field], parties) : [];
  });
}

function textsOf(section: Section, value: unknown, parties: readonly OrganisationId[]): readonly TextOfField[] {
  const said = (path: string, part: unknown): TextOfField => ({
    path,
    zh: lines(section, part, { language: 'zh', parties }),
    en: lines(section, part, { language: 'en', parties }),
  });
  if (!Array.isArray(value) || !ITEMISED.has(section.field)) return [said(section.field, value)];
  return value.map((item: unknown, at: number) => said(`${section.field}.${at}`, [item]));
}

/** The words that a node of a term stands in: those of the field, or of the item of it, that its path begins with. */
export function textAt(term: ComputedTerm, path: string, parties: readonly OrganisationId[]): TextOfField | undefined {
  return fieldTexts(term, parties).find((field) => path === field.path || path.startsWith(`${field.path}.`));
}

/**
 * The term that a text says, or nothing where it says none: the text holds all that binds. English is read for the names in
 * it alone; what is left must be the same term.
 */
export function readSharingText(
  text: { readonly zh: readonly string[]; readonly en: readonly string[] },
  parties: readonly OrganisationId[],
): ComputedTerm | undefined {
  for (const node of ['money', 'statistics', 'quota'] as const) {
    const zh = readTerm(node, text.zh, { language: 'zh', parties });
    const en = zh && readTerm(node, text.en, { language: 'en', parties });
    if (zh === undefined || en === undefined) continue;
    const both = sharingTerm.safeParse(merged(zh, en));
    return both.success && both.data.node !== 'share' ? both.data : undefined;
  }
  return undefined;
}

const ITEMISED: ReadonlySet<string> = new Set(['eligibility', 'deductions', 'bands', 'caps', 'guarantees', 'discretionary']);

function fieldOf(term: ComputedTerm, { field, whole }: Section): unknown {
  return whole ? term : (term as unknown as Readonly<Record<string, unknown>>)[field];
}

function lines({ syntax }: Section, value: unknown, as: Voice): string[] {
  return syntax
    .print(value as never, as)
    .split('\n')
    .slice(0, -1);
}

function readTerm(node: ComputedTerm['node'], paragraphs: readonly string[], as: Voice): unknown {
  const text = paragraphs.map((paragraph) => `${paragraph}\n`).join('');
  for (const [value, end] of readSections(sections[node], 0, { node }, text, 0, as)) if (end === text.length) return value;
  return undefined;
}

function* readSections(all: readonly Section[], index: number, so: object, text: string, at: number, as: Voice): Iterable<Found> {
  const section = all[index];
  if (section === undefined) {
    yield [so, at];
    return;
  }
  for (const [value, end] of section.syntax.read(text, at, as)) {
    const next = section.whole ? { ...so, ...(value as object) } : value === undefined ? so : { ...so, [section.field]: value };
    yield* readSections(all, index + 1, next, text, end, as);
  }
}

/** Chinese and English of the same tree put together: names take one half from each, all else must agree. */
function merged(zh: unknown, en: unknown): unknown {
  if (Array.isArray(zh) && Array.isArray(en)) return zh.length === en.length ? zh.map((each, at) => merged(each, en[at])) : undefined;
  if (typeof zh !== 'object' || zh === null || typeof en !== 'object' || en === null) return zh === en ? zh : undefined;
  if ('zh' in zh && 'en' in en) return { zh: zh.zh, en: en.en === zh.zh ? '' : en.en };
  const keys = Object.keys(zh);
  if (keys.length !== Object.keys(en).length) return undefined;
  return Object.fromEntries(keys.map((key) => [key, merged(Reflect.get(zh, key), Reflect.get(en, key))]));
}
