import type { AgreementContent } from '@lianyu/domain/agreements';
import type { ShareTerm } from '@lianyu/domain/sharing';
import { type Draft, type DraftParty, type DraftSharing, tiesAmong } from './model.ts';
import { shareFrom, shareText } from './shares.ts';

interface Name {
  readonly zh: string;
  readonly en: string;
}

/** The legal name of an organisation as it is today. */
export type LegalName = (organisation: string) => Name | undefined;

/** What the draft says as the content of a proposal; whether it is one, the schema says. */
export function contentFrom({ title, mode, parties, clauses, effect, until, exit, purpose }: Draft, legalName: LegalName): unknown {
  return {
    title,
    mode,
    parties: parties.map(({ organisation, side, name }) => ({ organisation, name: name ?? legalName(organisation), side })),
    clauses: clauses.map(({ id, heading, text, sharing, term }) => ({
      id,
      heading,
      body: sharing || term ? { kind: 'sharing', term: sharing ? termFrom(sharing, parties) : term } : { kind: 'text', text },
    })),
    effect: effectFrom(effect),
    ...(until === '' ? {} : { until }),
    ...exitFrom(exit),
    ...(purpose === undefined ? {} : { purpose }),
  };
}

function exitFrom(exit: Draft['exit']): { exit?: unknown } {
  const [cure, notice] = [exit?.cureDays.trim() ?? '', exit?.noticeDays.trim() ?? ''];
  if (cure === '' && notice === '') return {};
  return {
    exit: {
      ...(cure === '' ? {} : { breach: { cureDays: wholeFrom(cure) } }),
      ...(notice === '' ? {} : { policyChange: { noticeDays: wholeFrom(notice) } }),
    },
  };
}

function effectFrom({ kind, date, condition }: Draft['effect']): unknown {
  if (kind === 'on-date') return { kind, date };
  return kind === 'on-condition' ? { kind, condition: condition ?? { zh: '', en: '' } } : { kind };
}

export function termFrom(sharing: DraftSharing, parties: readonly DraftParty[]): unknown {
  const { taxes, start, years, bands, level, negative } = sharing;
  const organisationOf = (key: string) => parties.find((party) => party.key === key)?.organisation;
  return {
    node: 'share',
    base: { node: 'taxes', taxes },
    start: start.kind === 'date' ? { node: 'on-date', date: start.date } : { node: 'on-milestone', milestone: start.milestone },
    years,
    allocation: {
      node: 'year-bands',
      bands: bands.map(({ fromYear, toYear, shares }) => ({
        fromYear: wholeFrom(fromYear),
        ...(toYear.trim() === '' ? {} : { toYear: wholeFrom(toYear) }),
        shares: parties.map(({ key, organisation: party }) => ({ party, ratio: shareFrom(shares[key] ?? '') })),
      })),
    },
    rounding: { node: 'largest-remainder', level, negative, ties: tiesAmong(sharing, parties).map(organisationOf) },
  };
}

function wholeFrom(typed: string): number | string {
  return /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : typed;
}

/** The draft of a counter-proposal begins as the text that it answers: sent back unchanged it would be the very same. */
export function draftFrom({ title, mode, parties, clauses, effect, until, exit, purpose }: AgreementContent, answers?: Draft['answers']): Draft {
  const keyOf = (organisation: string) => `p${parties.findIndex((party) => party.organisation === organisation) + 1}`;
  return {
    title,
    mode,
    parties: parties.map(({ organisation, side, name }) => ({ key: keyOf(organisation), organisation, side, name })),
    clauses: clauses.map(({ id, heading, body }) => {
      if (body.kind === 'text') return { id, heading, text: body.text };
      const empty = { id, heading, text: { zh: '', en: '' } };
      return body.term.node === 'share' ? { ...empty, sharing: sharingFrom(body.term, keyOf) } : { ...empty, term: body.term };
    }),
    effect: draftEffect(effect),
    until: until ?? '',
    ...(exit === undefined ? {} : { exit: { cureDays: daysOf(exit.breach?.cureDays), noticeDays: daysOf(exit.policyChange?.noticeDays) } }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(answers === undefined ? {} : { answers }),
  };
}

const daysOf = (days: number | undefined) => (days === undefined ? '' : String(days));

function draftEffect(effect: AgreementContent['effect']): Draft['effect'] {
  if (effect.kind === 'on-date') return { kind: 'on-date', date: effect.date };
  return effect.kind === 'on-condition' ? { kind: effect.kind, date: '', condition: effect.condition } : { kind: effect.kind, date: '' };
}

function sharingFrom({ base, start, years, allocation, rounding }: ShareTerm, keyOf: (organisation: string) => string): DraftSharing {
  return {
    taxes: base.taxes,
    start:
      start.node === 'on-date'
        ? { kind: 'date', date: start.date, milestone: 'full-capacity' }
        : { kind: 'milestone', date: '', milestone: start.milestone },
    years,
    bands: allocation.bands.map(({ fromYear, toYear, shares }, index) => ({
      key: `b${index + 1}`,
      fromYear: String(fromYear),
      toYear: toYear === undefined ? '' : String(toYear),
      shares: Object.fromEntries(shares.map(({ party, ratio }) => [keyOf(party), shareText(ratio)])),
    })),
    level: rounding.level,
    negative: rounding.negative,
    ties: rounding.ties.map(keyOf),
  };
}
