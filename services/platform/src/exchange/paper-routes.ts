import { importedFile, type PaperDryRun, type PaperFate, paperDryRun as schema } from '@lianyu/contract';
import type { PaperRowFate } from '@lianyu/exchange';
import type { Vault } from '@lianyu/vault';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { authorise } from '../access/authorise.ts';
import type { PolicySet } from '../access/policies.ts';
import type { SignedInOf } from '../access/signed-in.ts';
import type { Clock } from '../clock.ts';
import { problem } from '../http/index.ts';
import { paperDryRun } from './imported-papers.ts';
import type { Papers } from './papers.ts';

interface Parts {
  readonly vault: Vault;
  readonly clock: Clock;
  readonly policies: PolicySet;
  readonly papers: Papers;
  readonly signedIn: SignedInOf;
}

/** What an import of paper agreements would do, for whoever might give its command. Nothing is recorded by asking. */
export function paperRoutes({ vault, clock, policies, papers, signedIn }: Parts): FastifyPluginAsyncZod {
  return async (app) => {
    const options = { schema: { tags: ['registration'], body: importedFile, response: { 200: schema } } };
    app.post('/api/registrations/dry-run', options, async (request): Promise<PaperDryRun> => {
      const { principal } = await signedIn(request);
      const { organisation, organisationKind, member } = principal;
      const resource = { type: 'Registration' as const, id: 'new', parties: [], registrar: organisation };
      if (!authorise(policies, principal, 'import-papers', resource).allowed) throw problem('FORBIDDEN', { action: 'import-papers' });
      const person = { kind: 'person' as const, member, organisation, capacity: 'viewer' };
      const answer = await paperDryRun(request.body, { vault, person, organisationKind, papers, at: clock.now() });
      if ('code' in answer) throw problem(answer.code, answer.data);
      const { header, rows, counts, complete } = answer;
      return {
        header: {
          line: header.line,
          columns: [...header.columns].map(([field, { header: named }]) => ({ field, header: named })),
          ignored: [...header.ignored],
        },
        rows: rows.map(told),
        counts,
        complete,
      };
    });
  };
}

function told(row: PaperRowFate): PaperFate {
  const { line, title } = row;
  switch (row.fate) {
    case 'accepted': {
      const { content, paper } = row.paper;
      return { line, title, fate: 'accepted', parties: content.parties.map(({ organisation }) => organisation), signedOn: paper.signedOn };
    }
    case 'refused':
      return {
        line,
        title,
        fate: 'refused',
        problems: row.problems.map(({ data, ...rest }) => ({ ...rest, ...(data ? { data: { ...data } } : {}) })),
      };
    case 'against-rules':
      return { line, title, fate: 'against-rules', refusal: { code: row.refusal.code, data: { ...row.refusal.data } } };
    case 'duplicate':
      return { line, title, fate: 'duplicate', of: row.of };
    case 'skipped':
      return { line, title, fate: 'skipped' };
  }
}
