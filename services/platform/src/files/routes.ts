import { keptFile } from '@lianyu/contract';
import { digest } from '@lianyu/domain/kernel';
import type { ReadStore } from '@lianyu/projections';
import { fileReference } from '@lianyu/projections/folds';
import { type Vault, VaultError, vaultLimits } from '@lianyu/vault';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { authorise } from '../access/authorise.ts';
import type { PolicySet } from '../access/policies.ts';
import type { SignedInOf } from '../access/signed-in.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Clock } from '../clock.ts';
import { problem } from '../http/index.ts';
import { mediaTypeOf, mediaTypes } from './media-type.ts';

interface Parts {
  readonly vault: Pick<Vault, 'keepFile' | 'hasFile' | 'file'>;
  readonly readStore: Pick<ReadStore, 'topic'>;
  readonly clock: Clock;
  readonly policies: PolicySet;
  readonly signedIn: SignedInOf;
}

const OCTETS = 'application/octet-stream';

/**
 * Source documents, scans and attachments by hash. Whoever drafts for an organisation or answers for its figures puts them in; a file is read by the organisation
 * that put it in, and by whoever may read a document that names it.
 */
export function fileRoutes({ vault, readStore, clock, policies, signedIn }: Parts): FastifyPluginAsyncZod {
  return async (app) => {
    app.addContentTypeParser(OCTETS, { parseAs: 'buffer', bodyLimit: vaultLimits.fileBytes }, (_request, body, done) => done(null, body));

    const put = { bodyLimit: vaultLimits.fileBytes, schema: { tags: ['files'], consumes: [OCTETS], response: { 200: keptFile } } };
    app.post('/api/files', put, async (request) => {
      const { principal } = await signedIn(request);
      const { allowed } = authorise(policies, principal, 'keep-files', { type: 'Organisation', id: principal.organisation });
      if (!allowed) throw problem('FORBIDDEN', { action: 'keep-files' });
      const bytes = request.body;
      if (!(bytes instanceof Uint8Array) || bytes.length === 0) throw problem('INPUT_INVALID', { path: 'body', problem: 'no file' });
      const mediaType = mediaTypeOf(bytes);
      if (mediaType === undefined) throw problem('FILE_TYPE_REFUSED', { types: Object.keys(mediaTypes) });
      try {
        return { digest: vault.keepFile(bytes, principal.organisation, mediaType, clock.now()), bytes: bytes.length, mediaType };
      } catch (error) {
        if (error instanceof VaultError && error.code === 'LIMIT_REACHED') throw problem('LIMIT_REACHED', { ...error.data });
        throw error;
      }
    });

    const params = z.strictObject({ hash: digest });
    app.get('/api/files/:hash', { schema: { tags: ['files'], params, response: { 200: z.unknown() } } }, async (request, reply) => {
      const { viewer } = await signedIn(request);
      const { hash } = request.params;
      const reference = readable(viewer, hash);
      const file = reference && vault.file(hash, reference.owner);
      if (!file) throw problem('NOT_FOUND');
      const name = encodeURIComponent(reference.name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
      return (
        reply
          .type(file.mediaType)
          .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
          // Even opened as a page it can do nothing.
          .header('content-security-policy', "default-src 'none'; sandbox")
          .send(Buffer.from(file.bytes))
      );
    });
  };

  function readable({ audiences, organisation }: Viewer, hash: z.infer<typeof digest>) {
    const named = readStore.topic(`file/${hash}`, audiences, 1).documents[0];
    if (named) return fileReference.parse(named.body);
    const own = audiences.includes(`organisation:${organisation}`) && vault.hasFile(hash, organisation);
    return own ? { owner: organisation, name: hash } : undefined;
  }
}
