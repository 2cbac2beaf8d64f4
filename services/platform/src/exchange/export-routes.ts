import {
  agreementsExportQuery,
  balancesExportQuery,
  exportFormat,
  figuresExportQuery,
  projectsExportQuery,
  statementExportQuery,
} from '@lianyu/contract';
import type { EventStore } from '@lianyu/event-store';
import { agreementsSheet, balancesSheet, figuresSheet, type Language, projectsSheet } from '@lianyu/exchange';
import type { Documents, ReadStore } from '@lianyu/projections';
import { agreementRow, figureDocument, organisationDocument, projectRow } from '@lianyu/projections/folds';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { SignedInOf } from '../access/signed-in.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Clock } from '../clock.ts';
import { problem } from '../http/index.ts';
import { agreementRows } from '../queries/agreements.ts';
import { momentFor } from '../queries/as-stood.ts';
import { balancesBetween } from '../queries/balances-between.ts';
import { everyDocument, present } from '../queries/every.ts';
import { conditions } from '../queries/projects.ts';
import { periodParams } from '../queries/settlement-pages.ts';
import { periodFor, standingIn } from '../settlement/standing.ts';
import { answerFile, watermark } from './answer.ts';
import { statementText, statementWorkbook } from './statement-export.ts';

interface Parts {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly readStore: ReadStore;
  readonly clock: Clock;
  readonly signedIn: SignedInOf;
  /** Everything that leaves a demonstration says so. */
  readonly demonstration: boolean;
}

/** Rows of one file (ER-3); a longer list is narrowed by its filters. */
const MOST_ROWS = 10_000;
const PERIOD = '/api/settlements/:agreement/:clause/:ledger/periods/:from';
const response = { 200: z.unknown() };
const tags = ['settlement'];

/** What leaves as files: never more than the page beside it shows to the same viewer, and labelled as that page is. */
export function exportRoutes({ store, readStore, clock, signedIn, demonstration }: Parts): FastifyPluginAsyncZod {
  return async (app) => {
    for (const format of exportFormat.options) {
      const statement = { schema: { tags, params: periodParams, querystring: statementExportQuery, response } };
      app.get(`${PERIOD}/export.${format}`, statement, async (request, reply) => {
        const { viewer } = await signedIn(request);
        const { from, ...id } = request.params;
        const { on, language } = request.query;
        const standing = standingIn(readStore, viewer, id);
        const { account } = standing;
        const known = await periodFor({ store, clock }, standing, id, from, on);
        const exported = { account, known, nameOf: namesFor(viewer, language), language };
        const text = statementText(exported);
        const [first = text, ...rest] = format === 'csv' ? [text] : statementWorkbook(exported);
        const labels = { ...labelsFor(viewer, language), appraisal: account.internal };
        return answerFile(reply, format, `${account.number} ${id.clause} ${id.ledger} ${from}`, [first, ...rest], labels);
      });

      const agreements = { schema: { tags: ['pages'], querystring: agreementsExportQuery, response } };
      app.get(`/api/agreements/export.${format}`, agreements, async (request, reply) => {
        const { viewer } = await signedIn(request);
        const { language, asOf, ...asked } = request.query;
        const { documents, more } = everyDocument(documentsAt(viewer, asOf), viewer, agreementRows(readStore, asked), MOST_ROWS);
        if (more) throw problem('FILE_TOO_MANY', { what: 'rows', limit: MOST_ROWS });
        const rows = documents.map(({ body }) => agreementRow.parse(body));
        return answerFile(
          reply,
          format,
          'agreements',
          [agreementsSheet(rows, namesFor(viewer, language), language)],
          labelsFor(viewer, language, asOf),
        );
      });

      app.get(`/api/figures/export.${format}`, { schema: { tags, querystring: figuresExportQuery, response } }, async (request, reply) => {
        const { viewer } = await signedIn(request);
        const { agreement, phase, measure, party, year, waits, q, language, asOf } = request.query;
        const where = present({ agreement, phase, measure, party, year, waitsForUs: waits && true });
        const { documents, more } = everyDocument(
          documentsAt(viewer, asOf),
          viewer,
          { kind: 'figure', where, ...(q ? { search: q } : {}) },
          MOST_ROWS,
        );
        if (more) throw problem('FILE_TOO_MANY', { what: 'rows', limit: MOST_ROWS });
        const figures = documents.map(({ body }) => figureDocument.parse(body));
        return answerFile(reply, format, 'figures', [figuresSheet(figures, namesFor(viewer, language), language)], labelsFor(viewer, language, asOf));
      });

      app.get(
        `/api/projects/export.${format}`,
        { schema: { tags: ['projects'], querystring: projectsExportQuery, response } },
        async (request, reply) => {
          const { viewer } = await signedIn(request);
          const { language, q, asOf, ...asked } = request.query;
          const { documents, more } = everyDocument(
            documentsAt(viewer, asOf),
            viewer,
            { kind: 'project-row', where: conditions(asked), ...(q ? { search: q } : {}) },
            MOST_ROWS,
          );
          if (more) throw problem('FILE_TOO_MANY', { what: 'rows', limit: MOST_ROWS });
          const listed = documents.map(({ body }) => projectRow.parse(body));
          return answerFile(
            reply,
            format,
            'projects',
            [projectsSheet(listed, namesFor(viewer, language), language)],
            labelsFor(viewer, language, asOf),
          );
        },
      );

      app.get(`/api/balances/export.${format}`, { schema: { tags, querystring: balancesExportQuery, response } }, async (request, reply) => {
        const { viewer } = await signedIn(request);
        const { language, asOf, ...asked } = request.query;
        const { pairs, more } = balancesBetween(documentsAt(viewer, asOf), viewer, asked);
        if (more) throw problem('FILE_TOO_MANY', { what: 'rows', limit: MOST_ROWS });
        return answerFile(reply, format, 'balances', [balancesSheet(pairs, namesFor(viewer, language), language)], labelsFor(viewer, language, asOf));
      });
    }
  };

  /** Organisations that are not registered, such as a finance office on a route, keep their code. */
  function namesFor({ audiences }: Viewer, language: Language): (organisation: string) => string {
    const known = new Map<string, string>();
    const looked = (organisation: string) => {
      const document = readStore.get('organisation', organisation, audiences);
      const name = document && organisationDocument.parse(document.body).profile.name;
      return name ? name[language] || name.zh : organisation;
    };
    return (organisation) => {
      const name = known.get(organisation) ?? looked(organisation);
      known.set(organisation, name);
      return name;
    };
  }

  function documentsAt({ audiences }: Viewer, asOf: string | undefined): Documents {
    return asOf === undefined ? readStore : readStore.asOf(momentFor(readStore, audiences, asOf).position);
  }

  /** Of the past, the file says of when. */
  function labelsFor(viewer: Viewer, language: Language, asOf?: string) {
    const taken = watermark(namesFor(viewer, language)(viewer.organisation), clock.now());
    return { appraisal: false, demonstration, watermark: asOf === undefined ? taken : `${taken} · ${language === 'zh' ? '截至' : 'as of'} ${asOf}` };
  }
}
