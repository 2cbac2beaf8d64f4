import type { AgreementContent } from '@lianyu/domain/agreements';
import type { ProposalDocument } from '@lianyu/projections/folds';
import type { StoredText } from '../document/stored-text.ts';
import type { AgreementView } from './use-agreement.ts';

/** What lies in front of the viewer, and what it is compared with. */
export interface Comparison {
  /** What is signed, or a proposal; nothing for whoever sees neither. */
  readonly shown: StoredText | undefined;
  /** The number of the shown proposal; none when it is the signed text. */
  readonly number: number | undefined;
  readonly before: AgreementContent | undefined;
  /** The number of the earlier one; 0 when nothing is compared. */
  readonly against: number;
  /** False while the viewer looks at a proposal that another has replaced. */
  readonly current: boolean;
}

/** Any two proposals, as the address says. While it is talked about, what changed last is what one wants to see first. */
export function comparisonOf({ negotiation, signed, proposals }: AgreementView, search: URLSearchParams): Comparison {
  const find = (number: number): ProposalDocument | undefined => proposals.find((proposal) => proposal.number === number);
  const latest = negotiation?.current.number ?? 0;
  const wanted = find(numberIn(search, 'proposal') ?? 0);
  const proposal = wanted ?? (signed ? undefined : find(latest));
  const usual = proposal && (!signed || wanted) ? proposal.number - 1 : 0;
  const before = find(numberIn(search, 'against') ?? usual);
  return {
    shown: proposal ?? signed,
    number: proposal?.number,
    before: before?.content,
    against: before?.number ?? 0,
    current: proposal === undefined || (!signed && proposal.number === latest),
  };
}

function numberIn(search: URLSearchParams, name: string): number | undefined {
  const text = search.get(name);
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}
