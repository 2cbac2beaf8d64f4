import { blank, isRecord, type Rough, type RoughRecord } from './rough.ts';
import type { RecordShape, Shape } from './shape.ts';

/** What is filled in, with an empty place for everything that is still to be asked. */
export function withBlanks({ fields }: RecordShape, filled: RoughRecord): RoughRecord {
  const entries = fields.flatMap(({ name, optional, shape }): [string, Rough][] => {
    const value = filled[name];
    if (value === undefined) {
      const empty = optional ? undefined : blank(shape);
      return empty === undefined ? [] : [[name, empty]];
    }
    return [[name, inside(shape, value)]];
  });
  return { ...filled, ...Object.fromEntries(entries) };
}

function inside(shape: Shape, value: Rough): Rough {
  if (shape.kind === 'record' && isRecord(value)) return withBlanks(shape, value);
  if (shape.kind === 'list' && Array.isArray(value)) return value.map((each) => inside(shape.element, each));
  if (shape.kind === 'node' && isRecord(value)) {
    const option = typeof value['node'] === 'string' ? shape.options.get(value['node']) : undefined;
    return option ? withBlanks(option, value) : value;
  }
  return value;
}
