import { readFileSync } from 'node:fs';
import type { CommandData, CommandName } from '@lianyu/contract';
import { type MemberId, organisationId } from '@lianyu/domain/kernel';
import { PAPER_AGREEMENTS, paperParties } from '@lianyu/reference-data/paper-agreements';
import type { Platform } from '../compose.ts';

interface Stage {
  give<Name extends CommandName>(member: MemberId, key: string, name: Name, data: CommandData<Name>): Promise<void>;
}

/**
 * Real agreements that are known from what is published come in as anybody's would: their parties are registered, and the
 * coordination office imports the file. They are listed, marked, and compute nothing: there is no scan, and nobody has confirmed them.
 */
export async function playPapers(
  platform: Platform,
  { give }: Stage,
  { administrator, coordinator, office }: { administrator: MemberId; coordinator: MemberId; office: string },
): Promise<void> {
  for (const { id, profile } of paperParties) {
    await give(administrator, `papers/${id}`, 'register-organisation', { organisation: organisationId.parse(id), profile });
  }
  // The file is read against the list of organisations.
  await platform.runner.caughtUp();
  const bytes = new Uint8Array(readFileSync(new URL(import.meta.resolve('@lianyu/reference-data/paper-agreements.csv'))));
  const digest = await platform.vault.keepFile(bytes, organisationId.parse(office), 'text/plain', platform.clock.now());
  await give(coordinator, 'papers/import', 'import-papers', { document: { digest, name: PAPER_AGREEMENTS }, skip: [] });
}
