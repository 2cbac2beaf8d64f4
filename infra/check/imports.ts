import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Import, importsIn } from './scan.ts';

/** Which package may import which; what is not listed may not. Subpaths narrow it further. */
export const allowed: Readonly<Record<string, readonly string[]>> = {
  '@lianyu/domain': [],
  '@lianyu/proofs': [],
  '@lianyu/reference-data': ['@lianyu/domain'],
  '@lianyu/exchange': ['@lianyu/domain'],
  '@lianyu/event-store': ['@lianyu/domain/kernel'],
  '@lianyu/projections': ['@lianyu/domain', '@lianyu/event-store'],
  '@lianyu/vault': ['@lianyu/domain'],
  '@lianyu/contract': ['@lianyu/domain', '@lianyu/projections/folds'],
  '@lianyu/web': [
    '@lianyu/contract',
    '@lianyu/domain',
    '@lianyu/projections/folds',
    '@lianyu/proofs',
    '@lianyu/reference-data/agreement-templates',
    '@lianyu/reference-data/industries',
    '@lianyu/reference-data/regions',
    '@lianyu/reference-data/policy',
    '@lianyu/reference-data/sharing-templates',
    '@lianyu/reference-data/taxes',
  ],
  '@lianyu/platform': [
    '@lianyu/contract',
    '@lianyu/domain',
    '@lianyu/event-store',
    '@lianyu/exchange',
    '@lianyu/projections',
    '@lianyu/proofs',
    '@lianyu/reference-data',
    '@lianyu/vault',
  ],
  '@lianyu/store-node': ['@lianyu/domain/kernel', '@lianyu/event-store'],
  '@lianyu/auditor': ['@lianyu/domain', '@lianyu/event-store', '@lianyu/projections', '@lianyu/proofs', '@lianyu/reference-data'],
  '@lianyu/infra': [
    '@lianyu/contract',
    '@lianyu/domain',
    '@lianyu/event-store',
    '@lianyu/platform',
    '@lianyu/projections',
    '@lianyu/proofs',
    '@lianyu/reference-data',
    '@lianyu/store-node',
    '@lianyu/vault',
    '@lianyu/web',
  ],
};

export interface SourceFile {
  readonly path: string;
  readonly owner: string;
  /** The folder of the package that owns the file. */
  readonly home: string;
  readonly declared: ReadonlySet<string>;
  readonly imports: readonly Import[];
}

/** Everything that the files do against the rules, a line for each. */
export function violationsIn(files: readonly SourceFile[]): readonly string[] {
  return [...files.flatMap(inFile), ...cyclesIn(files)];
}

function inFile({ path, owner, home, declared, imports }: SourceFile): string[] {
  const isTest = /\.(test|fixtures)\.tsx?$|contract-suite/.test(path);
  return imports.flatMap(({ from, typeOnly: _ }): string[] => {
    if (from.startsWith('.')) {
      const target = join(dirname(path), from);
      return relative(home, target).startsWith('..') ? [`${path}: ${from} leaves its package`] : [];
    }
    if (from.startsWith('node:') || isTest) return [];
    const name = from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : (from.split('/')[0] ?? from);
    if (!declared.has(name)) return [`${path}: ${name} is not declared in the package.json of ${owner}`];
    if (!name.startsWith('@lianyu/')) return [];
    const rules = allowed[owner] ?? [];
    return rules.some((rule) => from === rule || from.startsWith(`${rule}/`)) ? [] : [`${path}: ${owner} may not import ${from}`];
  });
}

/** Files that import each other in a ring; what is imported as a type alone makes none. */
function cyclesIn(files: readonly SourceFile[]): string[] {
  const graph = new Map(
    files.map(({ path, imports }) => [
      path,
      imports.filter(({ from, typeOnly }) => from.startsWith('.') && !typeOnly).map(({ from }) => join(dirname(path), from)),
    ]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.push(`import cycle: ${[...trail.slice(trail.indexOf(path)), path].join(' → ')}`);
      return;
    }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}

/** The sources of the whole workspace. */
export function readWorkspace(root: string): SourceFile[] {
  const homes = ['packages', 'services']
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)))
    .concat('web', 'infra');
  return homes.flatMap((home) => {
    const manifest = JSON.parse(readFileSync(join(root, home, 'package.json'), 'utf8'));
    const rootManifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const declared = new Set(
      Object.keys({
        ...manifest.dependencies,
        ...manifest.devDependencies,
        ...(home === 'infra' || home === 'web' ? rootManifest.devDependencies : {}),
      }),
    );
    return sourcesIn(root, home).map((path) => ({
      path,
      owner: manifest.name,
      home,
      declared,
      imports: importsIn(readFileSync(join(root, path), 'utf8')),
    }));
  });
}

function sourcesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : sourcesIn(root, path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = readWorkspace(fileURLToPath(new URL('../..', import.meta.url)));
  const violations = violationsIn(files);
  for (const line of violations) console.error(line);
  console.log(`${files.length} files, ${violations.length} against the import rules`);
  process.exitCode = violations.length === 0 ? 0 : 1;
}
