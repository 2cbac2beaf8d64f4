import type { AgreementContent } from '@lianyu/domain/agreements';
import type { ProposalDocument } from '@lianyu/projections/folds';
import type { StoredText } from '../document/stored-text.ts';
import type { AgreementView } from './use-agreement.ts';

/** What lies in front of the viewer, and what it is compared with. */
export interface Comparison {
  /** A version of what is signed, or a proposal; nothing for whoever sees neither. */
  readonly shown: StoredText | undefined;
  /** The number of the shown proposal; none when it is a signed text. */
  readonly number: number | undefined;
  /** The number of the shown version of what is signed; none when it is a proposal. */
  readonly version: number | undefined;
  readonly before: AgreementContent | undefined;
  /** The number of the earlier proposal or version; 0 when nothing is compared, `BASE` with the text that is to be changed. */
  readonly against: number;
  /** False while the viewer looks at a text that another has replaced, or at one whose day has not come. */
  readonly current: boolean;
}

export const BASE = -1;

/** Any two texts, as the address says. While it is talked about, what changed last is what one wants to see first. */
export function comparisonOf(view: AgreementView, search: URLSearchParams): Comparison {
  const wanted = proposalIn(view, numberIn(search, 'proposal') ?? 0);
  return view.signed && !wanted ? ofVersions(view, view.signed.version, search) : ofProposals(view, wanted, search);
}

function ofVersions(view: AgreementView, inEffect: number, search: URLSearchParams): Comparison {
  const { signed } = view;
  const asked = numberIn(search, 'version');
  const at = (number: number): StoredText | undefined => (number === 1 ? signed : view.versions.find(({ version }) => version === number));
  const version = asked !== undefined && at(asked) ? asked : inEffect;
  const against = againstIn(view, search) ?? (asked === undefined ? 0 : version - 1);
  const earlier = against === BASE ? view.base : at(against)?.content;
  return {
    shown: at(version),
    number: undefined,
    version,
    before: earlier,
    against: earlier ? against : 0,
    current: version === inEffect,
  };
}

function ofProposals(view: AgreementView, wanted: ProposalDocument | undefined, search: URLSearchParams): Comparison {
  const latest = view.negotiation?.current.number ?? 0;
  const proposal = wanted ?? proposalIn(view, latest);
  // The first proposal of a change answers the text that it is to change.
  const usual = proposal ? (proposal.number === 1 && view.base ? BASE : proposal.number - 1) : 0;
  const against = againstIn(view, search) ?? usual;
  const earlier = against === BASE ? view.base : proposalIn(view, against)?.content;
  return {
    shown: proposal,
    number: proposal?.number,
    version: undefined,
    before: earlier,
    against: earlier ? against : 0,
    current: proposal === undefined || (!view.signed && proposal.number === latest),
  };
}

function proposalIn({ proposals }: AgreementView, number: number): ProposalDocument | undefined {
  return proposals.find((proposal) => proposal.number === number);
}

function againstIn({ base }: AgreementView, search: URLSearchParams): number | undefined {
  const asked = numberIn(search, 'against');
  return asked === BASE && !base ? undefined : asked;
}

function numberIn(search: URLSearchParams, name: string): number | undefined {
  const text = search.get(name);
  return text !== null && /^(?:-1|\d{1,6})$/.test(text) ? Number(text) : undefined;
}
