import type { agreementsFilter } from '@lianyu/contract';
import type { ListQuery, ReadStore } from '@lianyu/projections';
import { organisationDocument } from '@lianyu/projections/folds';
import type { z } from 'zod';
import { present } from './every.ts';

type Asked = Omit<z.infer<typeof agreementsFilter>, 'asOf'>;

/** The list of agreements, narrowed as it was asked: the page and its export are asked the same. */
export function agreementRows(
  readStore: Pick<ReadStore, 'list'>,
  { stage, mode, registered, party, region, from, to, q }: Asked,
): Pick<ListQuery, 'any' | 'between' | 'search'> & { readonly kind: string; readonly where: NonNullable<ListQuery['where']> } {
  const of = partiesOf(readStore, party, region);
  return {
    kind: 'agreement-row',
    where: present({ stage, mode, registered: registered && true }),
    ...(of ? { any: { field: 'parties', values: of } } : {}),
    ...(from === undefined && to === undefined ? {} : { between: { field: 'lastMoveOn', ...present({ from, to }) } }),
    ...(q ? { search: q } : {}),
  };
}

const PAGE = 1_000;

/** The one that is asked for, or those of a region; of both the one if it is there. Undefined where neither was asked. */
function partiesOf(readStore: Pick<ReadStore, 'list'>, party: string | undefined, region: string | undefined): readonly string[] | undefined {
  if (region === undefined) return party === undefined ? undefined : [party];
  const found: string[] = [];
  for (let after: ListQuery['after']; ; ) {
    const { documents } = readStore.list({ kind: 'organisation', audiences: ['everyone'], limit: PAGE, ...(after ? { after } : {}) });
    for (const { key, body } of documents) if (organisationDocument.parse(body).profile.regionCode.startsWith(region)) found.push(key);
    const last = documents.at(-1);
    if (!last || documents.length < PAGE) break;
    after = { sort: last.sort, key: last.key };
  }
  return party === undefined ? found : found.filter((each) => each === party);
}
