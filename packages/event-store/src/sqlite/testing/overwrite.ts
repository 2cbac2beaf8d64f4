import { readFileSync, writeFileSync } from 'node:fs';

/** Changes bytes behind the engine's back, everywhere: pages keep old copies of what was moved. */
export function overwrite(path: string, text: string, by: string): void {
  const bytes = readFileSync(path);
  let changed = 0;
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) changed += bytes.write(by, at);
  if (changed === 0) throw new Error(`${text} is not in ${path}`);
  writeFileSync(path, bytes);
}
