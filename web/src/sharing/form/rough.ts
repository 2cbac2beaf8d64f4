import { z } from 'zod';
import { amountFrom, amountText, numberFrom } from '../../ui/amount.ts';
import { isRelevant } from './relevance.ts';
import type { Field, Leaf, RecordShape, Shape } from './shape.ts';
import { shareFrom, shareText } from './shares.ts';
import { unitBeside } from './units.ts';

/** A term while it is written: what was typed, as it was typed; what is not there yet is not there. Parties are their keys in the draft. */
export type Rough = string | readonly Rough[] | RoughRecord;
export interface RoughRecord {
  readonly [field: string]: Rough | undefined;
}

export const rough: z.ZodType<Rough> = z.lazy(() => z.union([z.string().max(20_000), z.array(rough).max(200), roughRecord]));
export const roughRecord: z.ZodType<RoughRecord> = z.lazy(() => z.record(z.string().max(60), rough)) as z.ZodType<RoughRecord>;

/** Who stands behind the keys of parties. */
export interface Parties {
  readonly keys: readonly string[];
  organisationOf(key: string): string | undefined;
  keyOf(organisation: string): string | undefined;
}

export const isRecord = (value: Rough | undefined): value is RoughRecord => typeof value === 'object' && !Array.isArray(value);
export const recordIn = (value: Rough | undefined): RoughRecord => (isRecord(value) ? value : {});
export const listIn = (value: Rough | undefined): readonly Rough[] => (Array.isArray(value) ? value : []);
export const textIn = (value: Rough | undefined): string => (typeof value === 'string' ? value : '');

/** What is offered when a node is added: its lists with as many places as they need, and nothing chosen. */
export function blank(shape: Shape): Rough | undefined {
  switch (shape.kind) {
    case 'record':
      return blankRecord(shape);
    case 'list':
      return Array.from({ length: shape.least }, () => blank(shape.element) ?? '');
    case 'node':
      return {};
    default:
      return undefined;
  }
}

export function blankRecord({ fields }: RecordShape): RoughRecord {
  const entries = fields.filter(({ optional }) => !optional).map(({ name, shape }) => [name, blank(shape)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** What the fields say so far, as data; whether it is a term, the schema says. What cannot be read stays as it was typed. */
export function dataFrom(shape: Shape, given: Rough | undefined, parties: Parties, root: RoughRecord, beside: RoughRecord = {}): unknown {
  switch (shape.kind) {
    case 'fixed':
      return shape.value;
    case 'choice':
      return textIn(given) === '' ? undefined : given;
    case 'leaf':
      return leafFrom(shape.leaf, textIn(given), parties, root, beside);
    case 'shares':
      return parties.keys.map((key) => ({ party: parties.organisationOf(key), ratio: shareFrom(textIn(recordIn(given)[key])) }));
    case 'ranking':
      return listIn(given).flatMap((key) => parties.organisationOf(textIn(key)) ?? []);
    case 'set':
      return listIn(given).flatMap((each) => dataFrom(shape.of, each, parties, root) ?? []);
    case 'list':
      return listIn(given).map((each) => dataFrom(shape.element, each, parties, root, beside));
    case 'record':
      return recordFrom(shape, recordIn(given), parties, root);
    case 'node': {
      const chosen = recordIn(given);
      const option = shape.options.get(textIn(chosen['node']));
      return option ? { node: chosen['node'], ...recordFrom(option, chosen, parties, root) } : {};
    }
  }
}

function recordFrom({ name: record, fields }: RecordShape, given: RoughRecord, parties: Parties, root: RoughRecord): Record<string, unknown> {
  const asked = fields.filter(({ name }) => isRelevant(`${record}.${name}`, given));
  const entries = asked.map(({ name, optional, shape }: Field): [string, unknown] => [
    name,
    optional && given[name] === undefined ? undefined : dataFrom(shape, given[name], parties, root, given),
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function leafFrom(leaf: Leaf, typed: string, parties: Parties, root: RoughRecord, beside: RoughRecord): unknown {
  const text = typed.trim();
  // The English name of a body may be left empty; nothing else may.
  if (text === '') return leaf.of === 'text' ? '' : undefined;
  switch (leaf.of) {
    case 'ratio':
      return shareFrom(text) ?? text;
    case 'party':
      return parties.organisationOf(text);
    case 'end':
      return parties.keys.includes(text) ? parties.organisationOf(text) : text;
    case 'number':
      return numberFrom(text) ?? text;
    case 'amount':
      return amountFrom(text, unitBeside(leaf.unit, root, beside)) ?? text;
    default:
      return text;
  }
}

/** The other way: data of a term as it would be typed, such that reading it back gives the same. */
export function roughFrom(shape: Shape, value: unknown, parties: Parties, root: unknown, beside: unknown = {}): Rough | undefined {
  if (value === undefined) return undefined;
  switch (shape.kind) {
    case 'fixed':
      return undefined;
    case 'choice':
      return String(value);
    case 'leaf':
      return leafText(shape.leaf, value, parties, root, beside);
    case 'shares': {
      const all = (Array.isArray(value) ? value : []) as { party: string; ratio: [string, string] }[];
      return Object.fromEntries(all.flatMap(({ party, ratio }) => (parties.keyOf(party) ? [[parties.keyOf(party), shareText(ratio)]] : [])));
    }
    case 'ranking':
    case 'set':
      return (Array.isArray(value) ? value : []).flatMap((each) => roughFrom(shape.kind === 'set' ? shape.of : partyLeaf, each, parties, root) ?? []);
    case 'list':
      return (Array.isArray(value) ? value : []).map((each) => roughFrom(shape.element, each, parties, root, beside) ?? '');
    case 'record':
      return roughRecordFrom(shape, value, parties, root);
    case 'node': {
      const node = String(Reflect.get(Object(value), 'node'));
      const option = shape.options.get(node);
      return option ? { node, ...roughRecordFrom(option, value, parties, root) } : {};
    }
  }
}

const partyLeaf: Shape = { kind: 'leaf', leaf: { of: 'party' } };

function roughRecordFrom({ fields }: RecordShape, value: unknown, parties: Parties, root: unknown): RoughRecord {
  const record = Object(value) as Record<string, unknown>;
  const entries = fields.map(({ name, shape }) => [name, roughFrom(shape, record[name], parties, root, record)] as const);
  return Object.fromEntries(entries.filter(([, each]) => each !== undefined));
}

function leafText(leaf: Leaf, value: unknown, parties: Parties, root: unknown, beside: unknown): string {
  switch (leaf.of) {
    case 'ratio':
      return shareText(value as [string, string]);
    case 'party':
      return parties.keyOf(String(value)) ?? '';
    case 'end':
      return parties.keyOf(String(value)) ?? String(value);
    case 'amount':
      return amountText(String(value), unitBeside(leaf.unit, Object(root), Object(beside)));
    default:
      return String(value);
  }
}
