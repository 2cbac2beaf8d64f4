import type { AgreementContent, Purpose } from '@lianyu/domain/agreements';
import type { Digest, NegotiationId } from '@lianyu/domain/kernel';
import { draftFrom } from './content.ts';
import type { Draft } from './model.ts';

/** The newest version of what is signed: what a change is about. */
export interface LatestText {
  readonly agreement: NegotiationId;
  readonly number: string;
  readonly content: AgreementContent;
  readonly digest: Digest;
}

/** A change begins as the text that it is to change, and applies from its conclusion until another day is chosen. */
export function changeDraft(kind: Purpose['kind'], { agreement, number, content, digest }: LatestText): Draft {
  const { purpose: _, ...text } = content;
  if (kind === 'termination') return terminationDraft({ agreement, number, content, digest });
  return { ...draftFrom({ ...text, effect: { kind: 'on-conclusion' } }), purpose: { kind, agreement, number, version: digest } };
}

/** What a 解除协议 usually says; every word of it is there to be changed. */
function terminationDraft({ agreement, number, content, digest }: LatestText): Draft {
  const { title, mode, parties } = content;
  const clause = (id: string, heading: string, text: string): AgreementContent['clauses'][number] => ({
    id,
    heading: { zh: heading, en: '' },
    body: { kind: 'text', text: { zh: text, en: '' } },
  });
  const said: AgreementContent = {
    title: { zh: `关于解除《${title.zh}》的协议`, en: title.en === '' ? '' : `Termination of: ${title.en}` },
    mode,
    parties,
    clauses: [
      clause('grounds', '解除缘由', '各方经协商一致，同意解除上述协议。'),
      clause('unsettled', '未结款项', '解除之日前应分享的款项继续结算，由各方核对一致后结清。'),
      clause('assets', '资产与人员', '共同投入形成的资产按出资比例清算，人员安置由各方另行商定。'),
    ],
    effect: { kind: 'on-conclusion' },
  };
  return { ...draftFrom(said), purpose: { kind: 'termination', agreement, number, version: digest } };
}
