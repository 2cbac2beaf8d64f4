import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Position } from '@lianyu/event-store';
import { createFolder } from '../folder.ts';
import type { Projection } from '../folds/projection.ts';
import type { Difference } from '../read-store.ts';
import type { Log } from '../rebuild.ts';
import { differencesBetween } from './differences.ts';
import { openSqliteReadStore } from './index.ts';

/** What was compared: the last event that is in the served documents, and where they are not what the log makes of them. */
export interface Compared {
  readonly position: Position | undefined;
  readonly versions: number;
  readonly differences: readonly Difference[];
}

/** The file was written by a platform whose projections are not ours: another release. */
export class OtherProjectionsError extends Error {}

const PAGE = 500;
const TOLD = 20;

/**
 * Folds the log from its beginning into a file of its own and compares every version of every document with the served ones, to the
 * byte, as they stood at one moment: a platform may go on writing them. Nothing is changed.
 * @param progress is told how many events are folded, and up to which position
 * @throws OtherProjectionsError
 */
export async function compareBesideServed({
  path,
  log,
  projections,
  progress = () => {},
}: {
  readonly path: string;
  readonly log: Log;
  readonly projections: readonly Projection[];
  readonly progress?: (events: number, position: Position) => void;
}): Promise<Compared> {
  const folder = mkdtempSync(join(tmpdir(), 'lianyu-verify-'));
  const own = join(folder, 'rebuilt.sqlite');
  const rebuilt = openSqliteReadStore({ path: own });
  const served = new DatabaseSync(path, { readOnly: true });
  let open = true;
  try {
    served.prepare('ATTACH ? AS rebuilt').run(own);
    served.exec('BEGIN');
    const position = servedIn(served, projections);
    await fold({ log, projections, until: position, into: rebuilt, progress });
    rebuilt.close();
    open = false;
    const versions = Number(served.prepare('SELECT (SELECT count(*) FROM main.document) + (SELECT count(*) FROM main.past) AS n').get()?.['n']);
    return { position, versions, differences: differencesBetween(served, 'main.', 'rebuilt.', TOLD) };
  } finally {
    if (open) rebuilt.close();
    served.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The position at which they stand. */
function servedIn(db: DatabaseSync, projections: readonly Projection[]): Position | undefined {
  const versions = db.prepare("SELECT value FROM main.meta WHERE name = 'projections'").get()?.['value'];
  if (versions !== JSON.stringify(projections.map(({ name, version }) => [name, version]))) throw new OtherProjectionsError(String(versions));
  const position = db.prepare('SELECT position FROM main.checkpoint').get()?.['position'];
  return typeof position === 'string' ? (BigInt(position) as Position) : undefined;
}

interface Folding {
  readonly log: Log;
  readonly projections: readonly Projection[];
  readonly until: Position | undefined;
  readonly into: ReturnType<typeof openSqliteReadStore>;
  readonly progress: (events: number, position: Position) => void;
}

async function fold({ log, projections, until, into, progress }: Folding): Promise<void> {
  const { fence } = into.takeOver(projections);
  const folder = createFolder(into, projections);
  let at: Position | undefined;
  for (let count = 0; at !== until; ) {
    const page = await log.readAll({ ...(at === undefined ? {} : { after: at }), limit: PAGE });
    const events = page.filter(({ position }) => until !== undefined && position <= until);
    const last = events.at(-1);
    if (!last) throw new RangeError(`the log ends before ${until}, where the documents stand`);
    into.write(fence, at, { position: last.position, last, ...folder.fold(events) });
    at = last.position;
    count += events.length;
    progress(count, at);
  }
}
