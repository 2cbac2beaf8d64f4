import { rmSync } from 'node:fs';
import { playedFolder } from '@lianyu/platform/played/fixtures';

/** When all tests have run, what they had made in common goes. */
export function teardown(): void {
  rmSync(playedFolder, { recursive: true, force: true });
}
