import { type AgreementContent, agreementContent, contradictionIn } from '@lianyu/domain/agreements';
import type { RatioText } from '@lianyu/domain/money';

/** A draft while it is written: the shape of the content, with shares as they were typed and empty fields allowed. */
export interface Draft {
  readonly title: { readonly zh: string; readonly en: string };
  readonly mode: AgreementContent['mode'];
  readonly parties: readonly DraftParty[];
  readonly clauses: readonly DraftClause[];
  readonly effectOn: string;
  readonly until: string;
}

export interface DraftParty {
  readonly organisation: string;
  readonly side: 'origin' | 'destination' | 'participant';
}

export interface DraftClause {
  readonly id: string;
  readonly heading: { readonly zh: string; readonly en: string };
  readonly text: { readonly zh: string; readonly en: string };
  readonly sharing?: DraftSharing | undefined;
}

export interface DraftSharing {
  readonly taxes: readonly { readonly tax: string; readonly level: string }[];
  readonly startOn: string;
  readonly milestone: string;
  readonly years: 'calendar' | 'anniversary';
  readonly bands: readonly { readonly fromYear: string; readonly toYear: string; readonly shares: Readonly<Record<string, string>> }[];
  readonly level: 'total' | 'per-tax';
  readonly negative: 'mirror' | 'carry-forward';
  /** Kept from the text that is answered; otherwise the order of the parties. */
  readonly ties?: readonly string[] | undefined;
}

/** `60` → 3/5, `33.33` → 3333/10000, `2/3` → 2/3; anything else is not a share. Exact: no number of the language is used. */
export function shareFrom(text: string): RatioText | undefined {
  const typed = text.trim().replace(/[%％]$/, '').trim();
  const fraction = /^(\d{1,9})\s*[/／]\s*(\d{1,9})$/.exec(typed);
  if (fraction) return fraction[1] !== undefined && fraction[2] !== undefined && BigInt(fraction[2]) > 0n && BigInt(fraction[1]) <= BigInt(fraction[2]) ? [String(BigInt(fraction[1])), String(BigInt(fraction[2]))] : undefined;
  const percent = /^(\d{1,3})(?:\.(\d{1,6}))?$/.exec(typed);
  if (!percent) return undefined;
  const places = percent[2]?.length ?? 0;
  const n = BigInt(`${percent[1]}${percent[2] ?? ''}`);
  const d = 100n * 10n ** BigInt(places);
  if (n > d) return undefined;
  const divisor = gcd(n, d);
  return [String(n / divisor), String(d / divisor)];
}

/** A share as one would type it. */
export function shareText([n, d]: RatioText): string {
  const hundredths = BigInt(n) * 10_000n;
  if (hundredths % BigInt(d) !== 0n) return `${n}/${d}`;
  const value = hundredths / BigInt(d);
  const rest = String(value % 100n).padStart(2, '0').replace(/0+$/, '');
  return `${value / 100n}${rest === '' ? '' : `.${rest}`}`;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a === 0n ? 1n : a) : gcd(b, a % b));

/** What stands against tabling the draft: a field that is missing or wrong, or a contradiction in what it says. */
export type Checked = { readonly content: AgreementContent } | { readonly path: string; readonly problem: string };

/** @param names the legal name of each organisation, as it will stand in the text. */
export function check(draft: Draft, names: (organisation: string) => { zh: string; en: string } | undefined): Checked {
  const parsed = agreementContent.safeParse(contentFrom(draft, names));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { path: issue?.path.join('.') ?? '', problem: 'field' };
  }
  return contradictionIn(parsed.data) ?? { content: parsed.data };
}

function contentFrom({ title, mode, parties, clauses, effectOn, until }: Draft, names: (organisation: string) => { zh: string; en: string } | undefined): unknown {
  return {
    title,
    mode,
    parties: parties.map(({ organisation, side }) => ({ organisation, name: names(organisation), side })),
    clauses: clauses.map(({ id, heading, text, sharing }) => ({ id, heading, body: sharing ? { kind: 'sharing', term: termFrom(sharing, parties) } : { kind: 'text', text } })),
    effect: effectOn === '' ? { kind: 'on-conclusion' } : { kind: 'on-date', date: effectOn },
    ...(until === '' ? {} : { until }),
  };
}

function termFrom({ taxes, startOn, milestone, years, bands, level, negative, ties }: DraftSharing, parties: readonly DraftParty[]): unknown {
  const inOrder = parties.map(({ organisation }) => organisation);
  const kept = ties !== undefined && ties.length === inOrder.length && inOrder.every((party) => ties.includes(party));
  return {
    node: 'share',
    base: { node: 'taxes', taxes },
    start: startOn === '' ? { node: 'on-milestone', milestone } : { node: 'on-date', date: startOn },
    years,
    allocation: {
      node: 'year-bands',
      bands: bands.map(({ fromYear, toYear, shares }) => ({
        fromYear: Number(fromYear),
        ...(toYear === '' ? {} : { toYear: Number(toYear) }),
        shares: parties.map(({ organisation: party }) => ({ party, ratio: shareFrom(shares[party] ?? '') })),
      })),
    },
    rounding: { node: 'largest-remainder', level, negative, ties: kept ? ties : inOrder },
  };
}

/** The draft of a counter-proposal begins as the text that it answers. */
export function draftFrom({ title, mode, parties, clauses, effect, until }: AgreementContent): Draft {
  return {
    title,
    mode,
    parties: parties.map(({ organisation, side }) => ({ organisation, side })),
    clauses: clauses.map(({ id, heading, body }) => {
      if (body.kind === 'text') return { id, heading, text: body.text };
      const { base, start, years, allocation, rounding } = body.term;
      return {
        id,
        heading,
        text: { zh: '', en: '' },
        sharing: {
          taxes: base.taxes,
          startOn: start.node === 'on-date' ? start.date : '',
          milestone: start.node === 'on-milestone' ? start.milestone : 'full-capacity',
          years,
          bands: allocation.bands.map((band) => ({
            fromYear: String(band.fromYear),
            toYear: band.toYear === undefined ? '' : String(band.toYear),
            shares: Object.fromEntries(band.shares.map(({ party, ratio }) => [party, shareText(ratio)])),
          })),
          level: rounding.level,
          negative: rounding.negative,
          ties: rounding.ties,
        },
      };
    }),
    effectOn: effect.kind === 'on-date' ? effect.date : '',
    until: until ?? '',
  };
}
