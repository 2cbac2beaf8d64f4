import type { CommandData } from '@lianyu/contract';
import { beijingDate, type CommandId, type NegotiationId, negotiationId } from '@lianyu/domain/kernel';
import type { Imported, Registering } from '@lianyu/domain/registration';
import { dryRunOfPapers, type PapersDryRun } from '@lianyu/exchange';
import { derivedId } from '@lianyu/proofs';
import type { Failure, Giver } from '../commands/definition.ts';
import { transcribedFrom } from '../commands/proposed.ts';
import { importedTable } from './imported.ts';

type File = CommandData<'import-papers'>;
type Asking = Pick<Giver, 'vault' | 'person' | 'organisationKind' | 'papers' | 'at'> & { readonly commandId?: CommandId };

/** How many lines of a file a refusal names. */
const LINES_NAMED = 50;

/** What an import would do, for whoever asks. Rows that this very command has brought in before are no duplicates of themselves. */
export async function paperDryRun(file: File, { vault, person, organisationKind, papers, at, commandId }: Asking): Promise<PapersDryRun | Failure> {
  const { organisation } = person;
  const table = await importedTable(vault, organisation, file);
  if ('code' in table) return table;
  const own = new Set(commandId === undefined ? [] : table.rows.map(({ line }) => rowIdFrom(commandId, line)));
  const answer = dryRunOfPapers(table, {
    organisations: papers.organisations(),
    registrar: organisation,
    published: organisationKind === 'coordination-office',
    today: beijingDate(at),
    skip: new Set(file.skip),
    known: (paper) => {
      const found = papers.known(paper, organisation);
      return found !== undefined && own.has(found) ? undefined : found;
    },
  });
  return 'refused' in answer ? { code: answer.code, data: answer.data } : answer;
}

/** All papers of a file as they are to be registered, or why not one of them is taken. */
export async function importedPapers(file: File, giver: Giver): Promise<readonly (Registering & { readonly imported: Imported })[] | Failure> {
  const answer = await paperDryRun(file, giver);
  if ('code' in answer) return answer;
  const stand = answer.rows.filter(({ fate }) => fate !== 'accepted' && fate !== 'skipped').map(({ line }) => line);
  if (stand.length > 0) return { code: 'IMPORT_ROWS_REFUSED', data: { lines: stand.slice(0, LINES_NAMED).map(String), count: stand.length } };
  const { commandId, person, organisationKind } = giver;
  const rows = answer.rows.flatMap((row) =>
    row.fate === 'accepted'
      ? [
          {
            registration: rowIdFrom(commandId, row.line),
            registrar: person.organisation,
            published: organisationKind === 'coordination-office',
            transcribed: transcribedFrom(row.paper.content, row.paper.paper, undefined),
            imported: { document: file.document, line: row.line },
          },
        ]
      : [],
  );
  return rows.length === 0 ? { code: 'FILE_EMPTY', data: {} } : rows;
}

const rowIdFrom = (command: CommandId, line: number): NegotiationId => negotiationId.parse(derivedId(command, `registration/${line}`));
