import { memberId, type OrganisationId, organisationId, toInstant } from '@lianyu/domain/kernel';
import { z } from 'zod';
import { type Cipher, corrupt, type Identity, openJson } from './cipher.ts';
import { type Database, integer, type Row } from './database.ts';
import { vaultLimits } from './limits.ts';
import { type StoredDraft, type Vault, VaultError } from './vault.ts';

const stored = z.object({
  organisation: organisationId,
  id: z.string(),
  negotiation: z.string().nullable(),
  revision: z.number().int().positive(),
  updated_at: z.number(),
  updated_by: memberId,
  content_sealed: z.instanceof(Uint8Array),
});
type Stored = z.infer<typeof stored>;

/** Drafts of one organisation, nobody else's yet. What is beside the content is authenticated with it. */
export function createDrafts(database: Database, rows: Cipher): Pick<Vault, 'draft' | 'drafts' | 'saveDraft' | 'discardDraft'> {
  function read(found: Row): StoredDraft {
    const parsed = stored.safeParse(found);
    if (!parsed.success) throw corrupt('draft', parsed.error);
    const row = parsed.data;
    return {
      id: row.id,
      organisation: row.organisation,
      ...(row.negotiation === null ? {} : { negotiation: row.negotiation }),
      revision: row.revision,
      content: openJson(rows, z.unknown(), row.content_sealed, identity(row)),
      updatedAt: toInstant(row.updated_at),
      updatedBy: row.updated_by,
    };
  }

  function ensureRoom(organisation: OrganisationId): void {
    const kept = integer(database.get('SELECT count(*) AS kept FROM draft WHERE organisation = ?', organisation) ?? {}, 'kept');
    if (kept >= vaultLimits.draftsPerOrganisation) throw reached('drafts', vaultLimits.draftsPerOrganisation);
  }

  return {
    draft(organisation, id) {
      const row = database.get('SELECT * FROM draft WHERE organisation = ? AND id = ?', organisation, id);
      return row && read(row);
    },
    drafts: (organisation) => database.all('SELECT * FROM draft WHERE organisation = ? ORDER BY updated_at DESC, id', organisation).map(read),
    saveDraft: (draft, now) =>
      database.transaction(() => {
        const { organisation, id } = draft;
        const plain = Buffer.from(JSON.stringify(draft.content ?? null));
        if (plain.length > vaultLimits.draftBytes) throw reached('draft-bytes', vaultLimits.draftBytes);
        const before = database.get('SELECT revision FROM draft WHERE organisation = ? AND id = ?', organisation, id);
        if ((before === undefined ? 0 : integer(before, 'revision')) !== draft.revision) return undefined;
        if (before === undefined) ensureRoom(organisation);
        const row = {
          organisation,
          id,
          negotiation: draft.negotiation ?? null,
          revision: draft.revision + 1,
          updated_at: Date.parse(now),
          updated_by: draft.updatedBy,
        };
        const sealed = rows.seal(plain, identity(row));
        database.run(
          'INSERT OR REPLACE INTO draft (organisation, id, negotiation, revision, updated_at, updated_by, content_sealed) VALUES (?, ?, ?, ?, ?, ?, ?)',
          ...[organisation, id, row.negotiation, row.revision, row.updated_at, row.updated_by, sealed],
        );
        return { ...draft, revision: row.revision, updatedAt: toInstant(row.updated_at) };
      }),
    discardDraft: (organisation, id) => database.run('DELETE FROM draft WHERE organisation = ? AND id = ?', organisation, id) > 0,
  };
}

function identity(row: Omit<Stored, 'content_sealed'>): Identity {
  return ['draft', 'content_sealed', row.organisation, row.id, row.negotiation ?? '', row.revision, row.updated_at, row.updated_by];
}

function reached(what: string, limit: number): VaultError {
  return new VaultError('LIMIT_REACHED', { what, limit: String(limit) });
}
