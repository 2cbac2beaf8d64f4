import { z } from 'zod';
import { knownShapes, lists, nameOf, optionsOf, overrides } from './names.ts';

/**
 * A schema as a form sees it. The tree of terms is a closed set of nodes; its form follows from their schemas, so that
 * whatever can be signed can be filled in, and no node can be forgotten.
 */
export type Shape =
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  | { readonly kind: 'choice'; readonly name: string; readonly values: readonly string[] }
  | { readonly kind: 'fixed'; readonly value: string }
  /** A share for every party, summing to one. */
  | { readonly kind: 'shares' }
  /** Every party, in an order. */
  | { readonly kind: 'ranking' }
  /** Several out of a closed list, in no order: `of` is a party or a choice. */
  | { readonly kind: 'set'; readonly of: Shape; readonly least: number }
  | { readonly kind: 'list'; readonly element: Shape; readonly least: number; readonly most: number }
  | RecordShape
  | { readonly kind: 'node'; readonly name: string; readonly options: ReadonlyMap<string, RecordShape> };

export interface RecordShape {
  readonly kind: 'record';
  readonly name: string;
  readonly fields: readonly Field[];
}

export interface Field {
  readonly name: string;
  readonly optional: boolean;
  readonly shape: Shape;
}

/** `amount` counts in the smallest part of a unit: of the term's quota, of the measure beside it, or the one that is named. */
export type Leaf =
  | { readonly of: 'ratio' | 'date' | 'party' | 'end' | 'body' | 'number' | 'text' | 'area' | 'id' | 'cap' | 'claim' }
  | { readonly of: 'amount'; readonly unit: 'fen' | 'piece' | 'quota' | 'measure' };

/** @throws RangeError for a kind of schema that no form is written for */
export function shapeOf(schema: z.ZodType, name: string): Shape {
  const known = knownShapes.get(schema);
  if (known) return known;
  if (schema instanceof z.ZodObject) return recordOf(schema, nameOf(schema) ?? name);
  if (schema instanceof z.ZodDiscriminatedUnion) return nodeOf(schema, nameOf(schema) ?? name);
  if (schema instanceof z.ZodEnum) return { kind: 'choice', name: nameOf(schema) ?? name, values: schema.options.map(String) };
  if (schema instanceof z.ZodLiteral) return { kind: 'fixed', value: String(schema.value) };
  if (schema instanceof z.ZodUnion) return { kind: 'choice', name, values: optionsOf(schema) };
  if (schema instanceof z.ZodArray) return listOf(schema, name);
  if (schema instanceof z.ZodNumber) return { kind: 'leaf', leaf: { of: 'number' } };
  if (schema instanceof z.ZodString) return { kind: 'leaf', leaf: { of: 'text' } };
  throw new RangeError(`no form for ${name}: ${schema.def.type}`);
}

function recordOf(schema: z.ZodObject, name: string): RecordShape {
  const fields = Object.entries(schema.shape).map(([field, each]): Field => {
    const optional = each instanceof z.ZodOptional;
    const inner = (optional ? each.unwrap() : each) as z.ZodType;
    return { name: field, optional, shape: overrides.get(`${name}.${field}`) ?? shapeOf(inner, `${name}.${field}`) };
  });
  return { kind: 'record', name, fields };
}

function nodeOf(schema: z.ZodDiscriminatedUnion, name: string): Shape {
  const options = schema.options.map((option): [string, RecordShape] => {
    if (!(option instanceof z.ZodObject) || !(option.shape['node'] instanceof z.ZodLiteral)) throw new RangeError(`no form for an option of ${name}`);
    const word = String(option.shape['node'].value);
    return [word, recordOf(option, nameOf(option) ?? `${name}.${word}`)];
  });
  return { kind: 'node', name, options: new Map(options) };
}

function listOf(schema: z.ZodArray, name: string): Shape {
  const special = lists.get(schema as z.ZodType);
  if (special) return special;
  const { least, most } = limitsOf(schema);
  const element = shapeOf(schema.element as z.ZodType, name);
  if (element.kind === 'leaf' && element.leaf.of === 'party')
    return name.endsWith('.ties') ? { kind: 'ranking' } : { kind: 'set', of: element, least };
  if (element.kind === 'choice') return { kind: 'set', of: element, least };
  return { kind: 'list', element, least, most };
}

interface Limit {
  readonly check: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

function limitsOf(schema: z.ZodArray): { least: number; most: number } {
  const checks = (schema.def.checks ?? []).map((check) => check._zod.def as unknown as Limit);
  return {
    least: checks.find(({ check }) => check === 'min_length')?.minimum ?? 0,
    most: checks.find(({ check }) => check === 'max_length')?.maximum ?? 100,
  };
}
