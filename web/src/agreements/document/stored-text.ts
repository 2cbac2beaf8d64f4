import { type AgreementContent, RENDERERS, renderText } from '@lianyu/domain/agreements';
import { proposalDigest } from '@lianyu/proofs';

/** What was proposed or signed, as it is stored: data, text, renderer, and the digest over them (PF-2). */
export interface StoredText {
  readonly content: AgreementContent;
  readonly text: { readonly zh: string; readonly en: string };
  readonly renderer: string;
  readonly digest: string;
}

export interface Checked {
  /** The digest as this browser computes it. */
  readonly computed: string;
  readonly digestHolds: boolean;
  /**
   * `rendered`: the stored text is what this page renders from the data, so the page may set it finely. `verbatim`: a renderer
   * made it that is not known here, and it is shown as stored. `differs`: a known one made it, and yet it is another text.
   */
  readonly text: 'rendered' | 'verbatim' | 'differs';
}

/** Takes nobody's word for it: computes the digest, and compares the stored text with the one that is shown. */
export function checkText({ content, text, renderer, digest }: StoredText): Checked {
  const computed = digestOrNothing({ content, text, renderer });
  const digestHolds = computed === digest;
  if (!RENDERERS.some((known) => known === renderer)) return { computed, digestHolds, text: 'verbatim' };
  return { computed, digestHolds, text: renderText(content).zh === text.zh ? 'rendered' : 'differs' };
}

/** Data that has no canonical form has no digest, and so none that holds. */
function digestOrNothing(stored: Omit<StoredText, 'digest'>): string {
  try {
    return proposalDigest(stored);
  } catch {
    return '';
  }
}
