import { agreementsQuery, asOfParameter, overview, people, rows, topic } from '@lianyu/contract';
import { memberId, negotiationId, projectId } from '@lianyu/domain/kernel';
import type { ReadStore } from '@lianyu/projections';
import { type Stage, stage } from '@lianyu/projections/folds';
import type { Vault } from '@lianyu/vault';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { authorise } from '../access/authorise.ts';
import type { Directory } from '../access/directory.ts';
import type { PolicySet } from '../access/policies.ts';
import type { SignedInOf } from '../access/signed-in.ts';
import { problem } from '../http/index.ts';
import type { Cursors } from '../live/cursor.ts';
import { agreementRows } from './agreements.ts';
import { asStood } from './as-stood.ts';
import { listPage, topicPage } from './pages.ts';

interface Parts {
  readonly readStore: ReadStore;
  readonly cursors: Cursors;
  readonly policies: PolicySet;
  readonly vault: Pick<Vault, 'people'>;
  readonly directory: Pick<Directory, 'organisation'>;
  readonly signedIn: SignedInOf;
}

/** How many rows of a topic are sent at once; a longer list is paged by its own query. */
const TOPIC_ROWS = 500;

/** What is read from the documents: every list and page is filtered by the viewer's audience keys in SQL (AZ-1). */
export function queryRoutes({ readStore, cursors, policies, vault, directory, signedIn }: Parts): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/rows',
      { schema: { tags: ['pages'], querystring: z.strictObject({ topic, ...asOfParameter }), response: { 200: rows } } },
      async (request) => {
        const { viewer } = await signedIn(request);
        const page = topicPage(readStore, cursors, viewer, request.query.topic, TOPIC_ROWS, request.query.asOf);
        if (page.rows.length === 0 && !mayKnow(readStore, viewer.audiences, request.query.topic)) {
          throw problem('NOT_FOUND');
        }
        return page;
      },
    );

    app.get('/api/agreements', { schema: { tags: ['pages'], querystring: agreementsQuery, response: { 200: rows } } }, async (request) => {
      const { viewer } = await signedIn(request);
      const { after, limit, asOf, ...asked } = request.query;
      return listPage(readStore, cursors, viewer, { ...agreementRows(readStore, asked), after, limit, asOf });
    });

    app.get(
      '/api/overview',
      { schema: { tags: ['pages'], querystring: z.strictObject(asOfParameter), response: { 200: overview } } },
      async (request) => {
        const { viewer } = await signedIn(request);
        const { documents, stamp } = asStood(readStore, cursors, viewer, request.query.asOf);
        const counts = documents.count('agreement-row', viewer.audiences, 'stage');
        const stages = Object.fromEntries(stage.options.map((name) => [name, counts[name] ?? 0])) as Record<Stage, number>;
        return { stages, negotiating: stages.negotiating + stages.clearing + stages.signing, ...stamp() };
      },
    );

    app.get(
      '/api/members',
      { schema: { tags: ['people'], querystring: z.strictObject({ ids: z.string().max(4_000) }), response: { 200: people } } },
      async (request) => {
        const { principal } = await signedIn(request);
        const ids = z
          .array(memberId)
          .max(100)
          .safeParse(request.query.ids.split(',').filter((id) => id !== ''));
        if (!ids.success) throw problem('INPUT_INVALID', { path: 'ids', problem: 'not a list of at most 100 member ids' });
        const sent = (await directory.organisation(principal.organisation)).secondees;
        const homes = new Map([...sent.values()].map(({ member, home }) => [member, home]));
        const known = vault
          .people(ids.data)
          .filter(
            ({ member, organisation: id }) =>
              homes.has(member) || authorise(policies, principal, 'read-people', { type: 'Organisation', id }).allowed,
          );
        return {
          people: known.map(({ member, name, office, organisation }) => {
            const secondedFrom = homes.get(member);
            return { member, name, office, organisation, ...(secondedFrom === undefined ? {} : { secondedFrom }) };
          }),
        };
      },
    );
  };
}

/** Topics of one agreement or project exist for whoever has its row in the list, which may be all that they have of it (AZ-2). */
function mayKnow(readStore: ReadStore, audiences: Parameters<ReadStore['get']>[2], topic: string): boolean {
  const [what, one] = topic.split('/');
  if (one === undefined) return true;
  if (topic.startsWith('quota/')) return readStore.get('quota-ledger', one, audiences) !== undefined;
  if (what === 'project') {
    const project = projectId.safeParse(one);
    return project.success && readStore.get('project-row', project.data, audiences) !== undefined;
  }
  const id = negotiationId.safeParse(one);
  return id.success && readStore.get('agreement-row', id.data, audiences) !== undefined;
}
