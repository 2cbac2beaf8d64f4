import type { SourceDocument } from '@lianyu/domain/settlement';
import type { Audience, Document } from '../projection.ts';
import type { FileReference } from './schemas.ts';

/**
 * That these readers may open these files, because something they may read names them. The topic is the file's own, so that
 * whether somebody may open it is found by its hash.
 * @param from what names them; keeps apart what several name
 */
export function fileReferences(
  sources: readonly SourceDocument[],
  from: string,
  audiences: readonly Audience[],
  { owner, on }: Pick<FileReference, 'owner' | 'on'>,
): readonly Document[] {
  return [...new Map(sources.map((source) => [source.digest, source])).values()].flatMap((source) => {
    const body: FileReference = { ...source, owner, on };
    return audiences.map((audience): Document => {
      return { kind: 'file-reference', key: `${source.digest}/${from}`, audience, topic: `file/${source.digest}`, sort: '', body };
    });
  });
}
