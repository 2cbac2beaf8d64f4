import type { NegotiationId, OrganisationId } from '@lianyu/domain/kernel';
import { type NamedOrganisation, type NewPaper, samePaper } from '@lianyu/exchange';
import type { ReadStore } from '@lianyu/projections';
import { agreementRow, organisationDocument } from '@lianyu/projections/folds';

/** What an import of paper agreements is read against: the organisations that there are, and what is registered already. */
export interface Papers {
  organisations(): readonly NamedOrganisation[];
  /** A registration of the same paper that an organisation can see, not withdrawn. */
  known(paper: NewPaper, organisation: OrganisationId): NegotiationId | undefined;
}

const ORGANISATIONS = 20_000;
/** How many papers of the same name are looked through. */
const SAME_NAME = 50;

export function createPapers(readStore: Pick<ReadStore, 'list'>): Papers {
  return {
    organisations() {
      const { documents } = readStore.list({ kind: 'organisation', audiences: ['everyone'], limit: ORGANISATIONS });
      return documents.map(({ body }) => {
        const { id, profile } = organisationDocument.parse(body);
        return { id, name: profile.name, shortName: profile.shortName };
      });
    },
    known(paper, organisation) {
      const { documents } = readStore.list({
        kind: 'agreement-row',
        audiences: ['everyone', `organisation:${organisation}`],
        where: { registered: true },
        search: paper.content.title.zh.toLowerCase(),
        limit: SAME_NAME,
      });
      return documents
        .map(({ body }) => agreementRow.parse(body))
        .filter(({ stage }) => stage !== 'withdrawn')
        .find(({ title, parties, signedOn }) => JSON.stringify([title?.zh, [...parties].sort(), signedOn]) === samePaper(paper))?.id;
    },
  };
}
