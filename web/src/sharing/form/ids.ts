import { isRecord, type Rough, recordIn, textIn } from './rough.ts';
import type { Shape } from './shape.ts';

/**
 * Gives what was added the identifier under which its balance will run on through amendments: the first number that no
 * sibling has, which nobody needs to type. A list inside that begins with places numbers them likewise.
 */
export function withIds(added: Rough, shape: Shape, siblings: readonly Rough[]): Rough {
  if (!isRecord(added) || shape.kind !== 'record') return added;
  const used = new Set(siblings.map((each) => textIn(recordIn(each)['id'])));
  const filled = shape.fields.flatMap(({ name, shape: field }): [string, Rough][] => {
    if (field.kind === 'leaf' && field.leaf.of === 'id') return [[name, freeId(shape.name, used)]];
    const inside = added[name];
    if (field.kind !== 'list' || !Array.isArray(inside)) return [];
    const numbered: Rough[] = [];
    for (const each of inside) numbered.push(withIds(each, field.element, numbered));
    return [[name, numbered]];
  });
  return { ...added, ...Object.fromEntries(filled) };
}

function freeId(name: string, used: ReadonlySet<string>): string {
  let number = 1;
  while (used.has(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}
