import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RULE = /^- \*\*(?<id>[A-Z]{2}-\d+(?:\.\d+)?)\*\* \((?<state>in force|planned)\)/gm;
const TITLE = /\b(?:test|it|describe)(?:\.[a-z]+)*(?:\([^)]*\))?\(\s*[`'"](?<title>[^`'"]+)/g;
const ID = /\b[A-Z]{2}-\d+(?:\.\d+)?\b/g;
const PREFIXES = ['AG', 'AU', 'AZ', 'CM', 'ER', 'ES', 'EV', 'IO', 'IP', 'LV', 'MN', 'PF', 'PJ', 'PR', 'RD', 'RS', 'SH', 'ST', 'TM', 'VT'];

export interface Rules {
  readonly inForce: ReadonlySet<string>;
  readonly planned: ReadonlySet<string>;
  readonly twice: readonly string[];
}

/** The numbered rules of `docs/spec`. */
export function rulesIn(specs: readonly string[]): Rules {
  const inForce = new Set<string>();
  const planned = new Set<string>();
  const twice: string[] = [];
  for (const spec of specs) {
    for (const { groups } of spec.matchAll(RULE)) {
      const id = groups?.['id'] ?? '';
      if (inForce.has(id) || planned.has(id)) twice.push(id);
      (groups?.['state'] === 'planned' ? planned : inForce).add(id);
    }
  }
  return { inForce, planned, twice };
}

/** The ids with which titles of tests begin: one or several before the words. */
export function idsInTitles(source: string): readonly string[] {
  return [...source.matchAll(TITLE)].flatMap(({ groups }) => {
    const title = groups?.['title'] ?? '';
    const words = title.split(/[\s,:、]+/);
    const leading = words.slice(0, words.findIndex((word) => !ID_WORD.test(word)) >>> 0);
    return leading.flatMap((word) => word.match(ID) ?? []);
  });
}
const ID_WORD = /^[A-Z]{2}-\d+(?:\.\d+)?$/;

/** A rule in force that no test names, a test that names no rule there is, a rule that stands twice. */
export function problemsIn({ inForce, planned, twice }: Rules, named: ReadonlySet<string>): readonly string[] {
  const parts = (id: string) => [...inForce].filter((other) => other.startsWith(`${id}.`));
  const proven = (id: string) => named.has(id) || (parts(id).length > 0 && parts(id).every((part) => named.has(part)));
  const untested = [...inForce].filter((id) => !proven(id)).map((id) => `${id} is in force and no test names it`);
  const unknown = [...named]
    .filter((id) => PREFIXES.includes(id.slice(0, 2)) && !inForce.has(id) && !planned.has(id) && parts(id).length === 0)
    .map((id) => `a test names ${id}, which is no rule`);
  return [...twice.map((id) => `${id} stands twice`), ...untested, ...unknown];
}

function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : filesIn(path, ending);
    return ending.test(entry.name) ? [path] : [];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const rules = rulesIn(filesIn(join(root, 'docs', 'spec'), /\.md$/).map((path) => readFileSync(path, 'utf8')));
  const sources = ['packages', 'services', 'web', 'infra'].flatMap((folder) =>
    filesIn(join(root, folder), /(\.test\.tsx?|contract-suite\/.*\.ts)$|contract\.ts$/).concat(
      filesIn(join(root, folder), /\.ts$/).filter((path) => path.includes('contract-suite')),
    ),
  );
  const named = new Set(sources.flatMap((path) => idsInTitles(readFileSync(path, 'utf8'))));
  const problems = problemsIn(rules, named);
  for (const line of problems) console.error(line);
  console.log(`${rules.inForce.size} rules in force, ${rules.planned.size} planned, ${problems.length} problems`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
