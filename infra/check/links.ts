import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const LINK = /\]\((?<target>[^)\s]+)\)/g;

/** Links within the documents that lead nowhere, and decision records whose numbers repeat or leave a gap. */
export function brokenIn(
  documents: readonly { readonly path: string; readonly text: string }[],
  exists: (path: string) => boolean,
): readonly string[] {
  const links = documents.flatMap(({ path, text }) =>
    [...text.matchAll(LINK)]
      .map(({ groups }) => groups?.['target'] ?? '')
      .filter((target) => !/^[a-z]+:|^#/.test(target))
      .filter((target) => !exists(join(dirname(path), target.split('#')[0] ?? '')))
      .map((target) => `${path}: ${target} leads nowhere`),
  );
  const numbers = documents.flatMap(({ path }) => /decisions\/(\d{4})-/.exec(path)?.[1] ?? []).sort();
  const gaps = numbers.flatMap((number, index) => (Number(number) === index + 1 ? [] : [`decision ${number} is not number ${index + 1}`]));
  return [...links, ...gaps];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const markdown = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? markdown(join(folder, entry.name)) : entry.name.endsWith('.md') ? [join(folder, entry.name)] : [],
    );
  const documents = [join(root, 'README.md'), ...markdown(join(root, 'docs'))].map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  const broken = brokenIn(documents, existsSync);
  for (const line of broken) console.error(line.replace(root, ''));
  console.log(`${documents.length} documents (${relative(process.cwd(), root) || '.'}), ${broken.length} broken links`);
  process.exitCode = broken.length === 0 ? 0 : 1;
}
