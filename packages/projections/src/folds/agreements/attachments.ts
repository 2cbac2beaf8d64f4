import type { AgreementContent, Attachment } from '@lianyu/domain/agreements';
import { fileReferences } from '../figures/files.ts';
import type { Audience, Document } from '../projection.ts';
import { type AgreementsState, partiesNow } from './state.ts';

/** That whoever may read a text may open the files that it attaches, and nobody else. */
export function attachmentReferences(state: AgreementsState, key: string): readonly Document[] {
  const { proposals, agreement, versions, beganOn: on } = state;
  if (on === undefined) return [];
  const parties = partiesNow(state).map((party): Audience => `organisation:${party}`);
  const tabled: readonly Audience[] = agreement ? [...parties, 'audit'] : parties;
  const signed: readonly Audience[] = [...parties, 'signed'];
  const read = readersByFile([
    ...proposals.map(({ content }) => [content, tabled] as const),
    ...(agreement ? [agreement, ...versions].map(({ content }) => [content, signed] as const) : []),
  ]);
  return [...read.values()].flatMap(({ attachment: { digest, name, from }, readers }) =>
    fileReferences([{ digest, name }], `agreement/${key}`, [...readers], { owner: from, on }),
  );
}

interface Read {
  readonly attachment: Attachment;
  readonly readers: ReadonlySet<Audience>;
}

function readersByFile(texts: readonly (readonly [AgreementContent, readonly Audience[]])[]): ReadonlyMap<string, Read> {
  const found = new Map<string, Read>();
  for (const [{ attachments = [] }, audiences] of texts)
    for (const attachment of attachments) {
      const before = found.get(attachment.digest);
      found.set(attachment.digest, { attachment: before?.attachment ?? attachment, readers: new Set([...(before?.readers ?? []), ...audiences]) });
    }
  return found;
}
