import type { ReferenceOrganisation } from './zones/entry.ts';
import { innerMongolia } from './zones/inner-mongolia.ts';
import { capitalRegion, northeast, yellowRiver } from './zones/partners.ts';

export type { ReferenceOrganisation } from './zones/entry.ts';

/**
 * The zones of Inner Mongolia and of its partner regions, with the codes of the county or city where they lie (GB/T 2260) or
 * their statistical zone code. `verified` says whether the entry was read in the named source; that a code exists is checked
 * against the NBS division table (data to 2022-10-31), in which county a zone lies often is not.
 */
export const referenceZones: readonly ReferenceOrganisation[] = [...innerMongolia, ...capitalRegion, ...yellowRiver, ...northeast];

const played = ['hohhot', 'hulunbuir', 'bayannur', 'beijing', 'tianjin', 'xian', 'zhengzhou', 'daqing', 'harbin'];

/** Those that the demonstration registers, in its order. */
export const zones: readonly ReferenceOrganisation[] = played.map((place) => {
  const found = referenceZones.find(({ id }) => id === `${place}-etdz`);
  if (!found) throw new Error(`no ${place} in the reference data`);
  return found;
});
