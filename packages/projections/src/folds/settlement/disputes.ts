import { beijingDate } from '@lianyu/domain/kernel';
import type { Dispute, Matter } from '@lianyu/domain/settlement';
import { fileReferences } from '../figures/files.ts';
import type { Document } from '../projection.ts';
import { matterFor } from './account.ts';
import { accountKey, actFor, forEach, namedOf, type OpenedState, padded, type Reader, readersOf, topicOf } from './readers.ts';
import type { DisputeDocument } from './schemas.ts';

/** Disputed lines, and the files that they name for those who may open them. */
export function disputeDocuments(state: OpenedState): readonly Document[] {
  const readers = readersOf(state);
  return state.disputes.flatMap((dispute) => {
    const key = `${accountKey(state)}/${padded(dispute.number)}`;
    const proposals = state.matters.filter(({ about }) => about.kind === 'resolution' && about.data.dispute === dispute.number);
    const about = { kind: 'dispute', key, topic: topicOf(state), sort: `${dispute.at}/${padded(dispute.number)}` };
    return [...forEach(readers, about, (reader) => disputeFor(reader, dispute, proposals, state)), ...filesOf(dispute, proposals, key, readers)];
  });
}

function disputeFor(reader: Reader, dispute: Dispute, proposals: readonly Matter[], state: OpenedState): DisputeDocument {
  const { number, period, subject, line, lineParty, stated, claimed, held, against, reason, documents, resolutionDue, resolution, withdrawn } =
    dispute;
  return {
    ...namedOf(state),
    parties: [...state.parties],
    dispute: number,
    period,
    year: period.to.slice(0, 4),
    subject,
    line,
    lineParty,
    stated,
    claimed,
    held,
    against,
    ...actFor(reader, dispute),
    reason,
    documents: reader.singles ? [...documents] : [],
    resolutionDue,
    state: dispute.state,
    proposals: proposals.map((matter) => matterFor(reader, matter, state)),
    ...(resolution === undefined ? {} : { resolution }),
    ...(withdrawn === undefined ? {} : { withdrawn: { ...actFor(reader, withdrawn), reason: withdrawn.reason } }),
  };
}

function filesOf(dispute: Dispute, proposals: readonly Matter[], key: string, readers: readonly Reader[]): readonly Document[] {
  const audiences = readers.filter(({ singles }) => singles).map(({ audience }) => audience);
  return [
    ...fileReferences(dispute.documents, `dispute/${key}`, audiences, { owner: dispute.party, on: beijingDate(dispute.at) }),
    ...proposals.flatMap(({ about, party, at, number }) =>
      about.kind === 'resolution'
        ? fileReferences(about.data.basis.documents, `matter/${key}/${number}`, audiences, { owner: party, on: beijingDate(at) })
        : [],
    ),
  ];
}
