import { organisationId } from '@lianyu/domain/kernel';
import { moneyTerm, quotaTerm, shareTerm, sharingTerm, sharingText, statisticsTerm, type TextOfField, textsSoFar } from '@lianyu/domain/sharing';

const schemas = { money: moneyTerm, statistics: statisticsTerm, quota: quotaTerm, share: shareTerm } as const;

/** What a term that is being written says so far, part by part; the whole of it once nothing is open. */
export function saidSoFar(term: unknown, parties: readonly string[]): readonly TextOfField[] {
  const organisations = parties.flatMap((party) => organisationId.safeParse(party).data ?? []);
  const given = Object(term) as Readonly<Record<string, unknown>>;
  const node = String(given['node']);
  if (!(node in schemas)) return [];
  const kind = node as keyof typeof schemas;
  if (kind === 'share') {
    const read = sharingTerm.safeParse(term).data;
    return read ? [{ path: 'base', ...sharingText(read, organisations) }] : [];
  }
  const complete = Object.entries(schemas[kind].shape).flatMap(([field, schema]): [string, unknown][] => {
    const read = schema.safeParse(given[field]);
    return read.success ? [[field, read.data]] : [];
  });
  return textsSoFar(kind, Object.fromEntries(complete), organisations);
}
