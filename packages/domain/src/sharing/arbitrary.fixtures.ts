import fc, { type Arbitrary } from 'fast-check';
import type { z } from 'zod';
import { organisationId } from '../kernel/index.ts';
import { ratioText } from '../money/index.ts';

/** What of a zod schema this looks at. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly (string | number)[];
  readonly element?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly innerType?: z.ZodType;
  readonly checks?: readonly {
    readonly _zod: {
      readonly def: {
        readonly check?: string;
        readonly format?: string;
        readonly pattern?: RegExp;
        readonly minimum?: number;
        readonly maximum?: number;
        readonly value?: number;
        readonly inclusive?: boolean;
      };
    };
  }[];
}

/**
 * Anything that a schema allows, so that a test meets every node and every field, the ones that are added later too.
 * Organisations are taken from those given.
 */
export function anyOf<Value>(schema: z.ZodType<Value>, organisations: readonly string[]): Arbitrary<Value> {
  return (arbitrary(schema, organisations) as Arbitrary<Value>).filter((value) => schema.safeParse(value).success);
}

function arbitrary(schema: z.ZodType, organisations: readonly string[]): Arbitrary<unknown> {
  if (schema === organisationId) return fc.constantFrom(...organisations);
  if (schema === ratioText) return ratios;
  const def = schema._zod.def as unknown as Definition;
  const of = (inner: z.ZodType | undefined) => (inner ? arbitrary(inner, organisations) : fc.constant(undefined));
  switch (def.type) {
    case 'object':
      return fc
        .tuple(...Object.entries(def.shape ?? {}).map(([key, field]) => of(field).map((value) => [key, value] as const)))
        .map((pairs) => Object.fromEntries(pairs.filter(([, value]) => value !== undefined)));
    case 'union':
      return fc.oneof(...(def.options ?? []).map(of));
    case 'array': {
      const { least, most } = bounds(def);
      return fc.array(of(def.element), { minLength: least, maxLength: Math.min(most, Math.max(least, 3)) });
    }
    case 'tuple':
      return fc.tuple(...(def.items ?? []).map(of));
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case 'literal':
      return fc.constantFrom(...(def.values ?? []));
    case 'optional':
      return fc.option(of(def.innerType), { nil: undefined });
    case 'number': {
      const { least, most } = bounds(def);
      return fc.integer({ min: least, max: Math.min(most, least + 300) });
    }
    case 'string':
      return text(def, schema);
    default:
      throw new TypeError(`no arbitrary for ${def.type}`);
  }
}

const ratios = fc
  .tuple(fc.nat(120), fc.integer({ min: 1, max: 120 }))
  .filter(([n, d]) => n <= d)
  .map(([n, d]): [string, string] => [String(n), String(d)]);

function bounds({ checks = [] }: Definition): { readonly least: number; readonly most: number } {
  let [least, most] = [0, Number.MAX_SAFE_INTEGER];
  for (const {
    _zod: { def },
  } of checks) {
    if (def.check === 'min_length') least = def.minimum ?? least;
    if (def.check === 'max_length') most = def.maximum ?? most;
    if (def.check === 'greater_than') least = def.value ?? least;
    if (def.check === 'less_than') most = def.value ?? most;
  }
  return { least, most };
}

/** Dates as dates, what has a pattern by it, words with whatever might disturb. */
function text(def: Definition, schema: z.ZodType): Arbitrary<string> {
  const pattern = (def.checks ?? []).map(({ _zod }) => _zod.def.pattern).find((each) => each !== undefined);
  if ('format' in def || (schema as { readonly format?: string }).format === 'date') {
    return fc.date({ min: new Date('2000-01-01'), max: new Date('2060-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  }
  if (pattern !== undefined) return fc.stringMatching(pattern);
  return fc
    .array(fc.constantFrom('名', '称', 'a', ' ', '「', '」', '”', '“', '\\', '\n', '、', '，', '；', '1', '元', '/'), { minLength: 1, maxLength: 12 })
    .map((all) => all.join('').trim());
}
