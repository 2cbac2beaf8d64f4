import type { SourceDocument } from '@lianyu/domain/settlement';
import type { Failure, Giver } from './definition.ts';

/** What a command names as its source must have been put in by the own organisation: a hash alone proves nothing. */
export function notKept(documents: readonly SourceDocument[], { vault, person }: Giver): Failure | undefined {
  const missing = documents.find(({ digest }) => !vault.hasFile(digest, person.organisation));
  return missing && { code: 'FILE_UNKNOWN', data: { digest: missing.digest } };
}
