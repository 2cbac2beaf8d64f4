import { type ImportDryRun, importDryRun, importedFile } from '@lianyu/contract';
import { beijingDate, negotiationId } from '@lianyu/domain/kernel';
import { dryRun, type RowFate } from '@lianyu/exchange';
import type { Vault } from '@lianyu/vault';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { authorise } from '../access/authorise.ts';
import type { PolicySet } from '../access/policies.ts';
import type { SignedInOf } from '../access/signed-in.ts';
import type { Clock } from '../clock.ts';
import { problem } from '../http/index.ts';
import type { SettlementReader } from '../settlement/reading.ts';
import { importedTable } from './imported.ts';

interface Parts {
  readonly vault: Pick<Vault, 'file'>;
  readonly clock: Clock;
  readonly policies: PolicySet;
  readonly settlement: SettlementReader;
  readonly signedIn: SignedInOf;
}

/** What an import would do, for whoever might give its command. */
export function importRoutes({ vault, clock, policies, settlement, signedIn }: Parts): FastifyPluginAsyncZod {
  return async (app) => {
    const params = z.strictObject({ agreement: negotiationId });
    const schema = { tags: ['settlement'], params, body: importedFile, response: { 200: importDryRun } };
    app.post('/api/agreements/:agreement/figures/dry-run', { schema }, async (request): Promise<ImportDryRun> => {
      const { principal } = await signedIn(request);
      const { agreement } = request.params;
      const { state } = await settlement.figures(agreement);
      const resource = { type: 'Settlement' as const, id: agreement, parties: state.readers };
      if (!authorise(policies, principal, 'import-figures', resource).allowed) throw problem('FORBIDDEN', { action: 'import-figures' });
      const { document, skip } = request.body;
      const table = await importedTable(vault, principal.organisation, request.body);
      if ('code' in table) throw problem(table.code, table.data);
      const today = beijingDate(clock.now());
      const answer = dryRun(table, { document, party: principal.organisation, today, state, skip: new Set(skip) });
      if ('refused' in answer) throw problem(answer.code, answer.data);
      const { source, header, rows, counts, totals, complete } = answer;
      return {
        source: source.format === 'csv' ? source : { ...source, sheets: [...source.sheets] },
        header: { line: header.line, columns: [...header.columns], ignored: [...header.ignored] },
        rows: rows.map(told),
        counts,
        totals: [...totals],
        complete,
      };
    });
  };
}

function told(row: RowFate): ImportDryRun['rows'][number] {
  if (row.fate === 'refused')
    return { ...row, problems: row.problems.map(({ data, ...rest }) => ({ ...rest, ...(data ? { data: { ...data } } : {}) })) };
  return row.fate === 'against-rules' ? { ...row, refusal: { code: row.refusal.code, data: { ...row.refusal.data } } } : row;
}
