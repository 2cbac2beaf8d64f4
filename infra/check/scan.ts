/** One import of a module, as it stands in the source. */
export interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

const STATEMENT = /^(?:import|export)\s+(?<type>type\s)?(?<what>[^'"`;]*?)from\s*['"](?<from>[^'"]+)['"]/gm;
const BARE = /^import\s*['"](?<from>[^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"](?<from>[^'"]+)['"]\s*\)/g;

/** The imports and re-exports of a source. Statements begin at the beginning of a line, as the formatter writes them. */
export function importsIn(source: string): readonly Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '');
  const statements = [...code.matchAll(STATEMENT)].map(({ groups }) => ({
    from: groups?.['from'] ?? '',
    typeOnly: groups?.['type'] !== undefined || onlyTypes(groups?.['what'] ?? ''),
  }));
  const others = [...code.matchAll(BARE), ...code.matchAll(DYNAMIC)].map(({ groups }) => ({ from: groups?.['from'] ?? '', typeOnly: false }));
  return [...statements, ...others];
}

/** `{ type A, type B }` leaves nothing at run time. */
function onlyTypes(what: string): boolean {
  const names = /^\{(?<names>[\s\S]*)\}\s*$/.exec(what.trim())?.groups?.['names'];
  if (names === undefined) return false;
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .every((name) => name.startsWith('type '));
}
