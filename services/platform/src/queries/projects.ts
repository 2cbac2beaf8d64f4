import { boardQuery, funnelQuery, projectActions, projectBoard, projectFunnel, projectParams, projectsQuery, rows } from '@lianyu/contract';
import { isProjectEvent } from '@lianyu/domain/events';
import { fold, streamOf } from '@lianyu/domain/kernel';
import { availableOnMilestones, projectDecider, projectStage } from '@lianyu/domain/projects';
import type { EventStore } from '@lianyu/event-store';
import type { ReadStore } from '@lianyu/projections';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { personIn } from '../access/acting.ts';
import { authorise } from '../access/authorise.ts';
import type { PolicySet } from '../access/policies.ts';
import type { SignedInOf } from '../access/signed-in.ts';
import { readWhole } from '../commands/read.ts';
import { problem } from '../http/index.ts';
import type { Cursors } from '../live/cursor.ts';
import { asStood } from './as-stood.ts';
import { present } from './every.ts';
import { funnelOf } from './funnel.ts';
import { listPage } from './pages.ts';

interface Parts {
  readonly store: EventStore;
  readonly readStore: ReadStore;
  readonly cursors: Cursors;
  readonly policies: PolicySet;
  readonly signedIn: SignedInOf;
}

/** Cards of one stage on the board; the rest is counted and in the list. */
const CARDS = 30;
const tags = ['projects'];

/** What of a milestone the rules call otherwise than the contract does. */
const commandNames = {
  'confirm-milestone': 'confirm-project-milestone',
  'question-milestone': 'question-project-milestone',
  'answer-question': 'answer-project-question',
  'retract-milestone': 'retract-project-milestone',
  'confirm-retraction': 'confirm-project-retraction',
  'reject-retraction': 'reject-project-retraction',
} as const;

/** Lists, board and funnel of projects, filtered by audience in SQL (AZ-1). */
export function projectRoutes({ store, readStore, cursors, policies, signedIn }: Parts): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/api/projects', { schema: { tags, querystring: projectsQuery, response: { 200: rows } } }, async (request) => {
      const { viewer } = await signedIn(request);
      const { q, after, limit, asOf, ...asked } = request.query;
      return listPage(readStore, cursors, viewer, { kind: 'project-row', where: conditions(asked), search: q, after, limit, asOf });
    });

    app.get('/api/projects/board', { schema: { tags, querystring: boardQuery, response: { 200: projectBoard } } }, async (request) => {
      const { viewer } = await signedIn(request);
      const { audiences } = viewer;
      const { documents, stamp, rowOf } = asStood(readStore, cursors, viewer, request.query.asOf);
      const counts = documents.count('project-steps', audiences, 'stage');
      const stages = projectStage.options.map((stage, index) => {
        // Sorted by stage: the walk begins behind the last row of it and ends before the first.
        const prefix = index.toString().padStart(2, '0');
        const after = { sort: `${prefix}0`, key: '' };
        const found =
          (counts[stage] ?? 0) === 0 ? [] : documents.list({ kind: 'project-row', audiences, after, limit: CARDS * audiences.length }).documents;
        const cards = new Map(found.filter(({ sort }) => sort.startsWith(`${prefix}/`)).map((document) => [document.key, document]));
        return { stage, count: counts[stage] ?? 0, rows: [...cards.values()].slice(0, CARDS).map(rowOf) };
      });
      return { stages, ...stamp() };
    });

    app.get('/api/projects/funnel', { schema: { tags, querystring: funnelQuery, response: { 200: projectFunnel } } }, async (request) => {
      const { viewer } = await signedIn(request);
      const { asOf, ...asked } = request.query;
      return funnelOf(asStood(readStore, cursors, viewer, asOf).documents, viewer, asked);
    });

    const schema = { tags, params: projectParams, response: { 200: projectActions } };
    app.get('/api/projects/:id/actions', { schema }, async (request) => {
      const { principal, viewer } = await signedIn(request);
      const { id } = request.params;
      if (!readStore.get('project', id, viewer.audiences)) throw problem('NOT_FOUND');
      const { events } = await readWhole(store, streamOf.project(id));
      const state = fold(projectDecider, events.filter(isProjectEvent));
      const resource = { type: 'Project' as const, id, parties: state.parties };
      const may = (action: string) => authorise(policies, principal, action, resource).allowed;
      const allowed = new Map(Object.values(commandNames).map((name) => [name, may(name)]));
      return {
        reports: may('report-project-milestone'),
        confirms: may('confirm-project-milestone'),
        milestones: availableOnMilestones(state, personIn(principal, 'drafter', id)).map(({ number, commands }) => ({
          number,
          commands: commands.map(({ command, missing }) => {
            const name = commandNames[command];
            const denied = allowed.get(name) ? [] : [{ code: 'FORBIDDEN', data: { action: name } }];
            const all = [...denied, ...missing.map(({ code, data }) => ({ code, data: { ...data } }))];
            return { command: name, allowed: all.length === 0, missing: all };
          }),
        })),
      };
    });
  };
}

export function conditions({ waits, ...asked }: Readonly<Record<string, string | undefined>>): Record<string, string | boolean> {
  return present({ ...asked, waitsForUs: waits === undefined ? undefined : true });
}
