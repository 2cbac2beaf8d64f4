import { exportFormat, importedFile, quotaActions, quotaDryRun, quotaParams, quotasExportQuery, quotasQuery, rows } from '@lianyu/contract';
import { isOrganisationEvent, isQuotaEvent } from '@lianyu/domain/events';
import { fold, type OrganisationId, streamOf } from '@lianyu/domain/kernel';
import { organisationDecider } from '@lianyu/domain/organisations';
import { availableInQuota, ledgerKey, quotaDecider } from '@lianyu/domain/resources';
import type { EventStore } from '@lianyu/event-store';
import { type Language, quotaEntriesSheet, quotaSheet } from '@lianyu/exchange';
import type { ReadStore } from '@lianyu/projections';
import { organisationDocument, quotaEntry, quotaLedger } from '@lianyu/projections/folds';
import type { Vault } from '@lianyu/vault';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { authorise, type Resource } from '../access/authorise.ts';
import type { PolicySet } from '../access/policies.ts';
import type { SignedInOf } from '../access/signed-in.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Clock } from '../clock.ts';
import { readWhole } from '../commands/read.ts';
import { answerFile, watermark } from '../exchange/answer.ts';
import { quotasDryRun } from '../exchange/imported-quotas.ts';
import type { Papers } from '../exchange/papers.ts';
import { problem } from '../http/index.ts';
import type { Cursors } from '../live/cursor.ts';
import { momentFor } from './as-stood.ts';
import { everyDocument, present } from './every.ts';
import { listPage } from './pages.ts';
import type { Telling } from './telling.ts';

interface Parts {
  readonly store: EventStore;
  readonly readStore: ReadStore;
  readonly cursors: Cursors;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly policies: PolicySet;
  readonly papers: Papers;
  readonly telling: Telling;
  readonly signedIn: SignedInOf;
  readonly demonstration: boolean;
}

/** Rows of one file (ER-3). */
const MOST_ROWS = 10_000;

/** Quotas: the ledgers as a list and as files, what may be done with one, and what an import would do. */
export function quotaRoutes(parts: Parts): FastifyPluginAsyncZod {
  const { store, readStore, cursors, vault, clock, policies, papers, telling, signedIn, demonstration } = parts;
  const tags = ['quotas'];
  return async (app) => {
    app.get('/api/quotas', { schema: { tags, querystring: quotasQuery, response: { 200: rows } } }, async (request) => {
      const { viewer } = await signedIn(request);
      const { zone, year, resource, after, limit, asOf } = request.query;
      return listPage(readStore, cursors, viewer, { kind: 'quota-ledger', where: whereOf({ zone, year, resource }), after, limit, asOf });
    });

    app.get(
      '/api/quotas/:zone/:year/:resource/actions',
      { schema: { tags, params: quotaParams, response: { 200: quotaActions } } },
      async (request) => {
        const { principal } = await signedIn(request);
        const key = ledgerKey(request.params);
        const state = fold(quotaDecider, (await readWhole(store, streamOf.quota(key))).events.filter(isQuotaEvent));
        const resource: Resource = { type: 'Ledger', id: key, zone: request.params.zone };
        // To who may not read the ledger it says nothing of what is in it.
        if (readStore.get('quota-ledger', key, (await signedIn(request)).viewer.audiences) === undefined && state.id) return { actions: [] };
        const available = availableInQuota(state);
        return {
          actions: await Promise.all(
            available.map(async ({ command, missing, about }) => ({
              ...(await telling(principal, { command, missing, resource })),
              ...(about === undefined ? {} : { about }),
            })),
          ),
        };
      },
    );

    app.post('/api/quotas/dry-run', { schema: { tags, body: importedFile, response: { 200: quotaDryRun } } }, async (request) => {
      const { principal } = await signedIn(request);
      const { organisation, organisationKind, member } = principal;
      const resource: Resource = { type: 'Ledger', id: 'new', zone: organisation };
      if (!authorise(policies, principal, 'import-quotas', resource).allowed) throw problem('FORBIDDEN', { action: 'import-quotas' });
      const person = { kind: 'person' as const, member, organisation, capacity: 'viewer' };
      const looked = async (id: OrganisationId) =>
        fold(organisationDecider, (await readWhole(store, streamOf.organisation(id))).events.filter(isOrganisationEvent));
      const answer = await quotasDryRun(request.body, { vault, person, organisationKind, papers, organisation: looked, at: clock.now() });
      if ('code' in answer) throw problem(answer.code, answer.data);
      return answer;
    });

    for (const format of exportFormat.options) {
      const options = { schema: { tags, querystring: quotasExportQuery, response: { 200: z.unknown() } } };
      app.get(`/api/quotas/export.${format}`, options, async (request, reply) => {
        const { viewer } = await signedIn(request);
        const { language, asOf, ...filter } = request.query;
        const documents = asOf === undefined ? readStore : readStore.asOf(momentFor(readStore, viewer.audiences, asOf).position);
        const where = whereOf(filter);
        const ledgers = everyDocument(documents, viewer, { kind: 'quota-ledger', where }, MOST_ROWS);
        const entries = everyDocument(documents, viewer, { kind: 'quota-entry', where }, MOST_ROWS);
        if (ledgers.more || entries.more) throw problem('FILE_TOO_MANY', { what: 'rows', limit: MOST_ROWS });
        const nameOf = namesFor(viewer, language);
        const sheets = [
          quotaSheet(
            ledgers.documents.map(({ body }) => quotaLedger.parse(body)),
            nameOf,
            language,
          ),
          quotaEntriesSheet(
            entries.documents.map(({ body }) => quotaEntry.parse(body)),
            nameOf,
            language,
          ),
        ] as const;
        const labels = { appraisal: false, demonstration, watermark: watermark(nameOf(viewer.organisation), clock.now()) };
        return answerFile(reply, format, 'quotas', sheets, labels);
      });
    }
  };

  function namesFor({ audiences }: Viewer, language: Language): (organisation: string) => string {
    return (organisation) => {
      const document = readStore.get('organisation', organisation, audiences);
      const name = document && organisationDocument.parse(document.body).profile.name;
      return name ? name[language] || name.zh : organisation;
    };
  }
}

/** Numbers stand as numbers in the documents. */
function whereOf({ zone, year, resource }: { zone?: string | undefined; year?: number | undefined; resource?: string | undefined }) {
  return { ...present({ zone, resource }), ...(year === undefined ? {} : { year }) };
}
