import type { AgreementContent } from '@lianyu/domain/agreements';
import { roughTerm, termFrom } from '../../sharing/editor/term-shape.ts';
import { type Draft, partiesOf } from './model.ts';

interface Name {
  readonly zh: string;
  readonly en: string;
}

/** The legal name of an organisation as it is today. */
export type LegalName = (organisation: string) => Name | undefined;

/** What the draft says as the content of a proposal; whether it is one, the schema says. */
export function contentFrom({ title, mode, parties, clauses, effect, until, exit, purpose, attachments = [] }: Draft, legalName: LegalName): unknown {
  return {
    title,
    mode,
    parties: parties.map(({ organisation, side, name, optional }) => ({
      organisation,
      name: name ?? legalName(organisation),
      side,
      ...(optional ? { optional } : {}),
    })),
    clauses: clauses.map(({ id, heading, text, sharing, template }) => ({
      id,
      heading,
      body: sharing
        ? { kind: 'sharing', term: termFrom(sharing, partiesOf(parties)), ...(template === undefined ? {} : { template }) }
        : { kind: 'text', text },
    })),
    effect: effectFrom(effect),
    ...(until === '' ? {} : { until }),
    ...exitFrom(exit),
    ...(purpose === undefined ? {} : { purpose }),
    ...(attachments.length === 0 ? {} : { attachments }),
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

function wholeFrom(typed: string): number | string {
  return /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : typed;
}

/** The draft of a counter-proposal begins as the text that it answers: sent back unchanged it would be the very same. */
export function draftFrom(
  { title, mode, parties, clauses, effect, until, exit, purpose, attachments }: AgreementContent,
  answers?: Draft['answers'],
  /** Optional parties that have declined since: the answer goes on without them. */
  declined: readonly string[] = [],
): Draft {
  const named = parties
    .filter(({ organisation }) => !declined.includes(organisation))
    .map(({ organisation, side, name, optional }, index) => ({ key: `p${index + 1}`, organisation, side, name, ...(optional ? { optional } : {}) }));
  return {
    title,
    mode,
    parties: named,
    clauses: clauses.map(({ id, heading, body }) =>
      body.kind === 'text'
        ? { id, heading, text: body.text }
        : {
            id,
            heading,
            text: { zh: '', en: '' },
            sharing: roughTerm(body.term, partiesOf(named)),
            ...(body.template === undefined ? {} : { template: body.template }),
          },
    ),
    effect: draftEffect(effect),
    until: until ?? '',
    ...(exit === undefined ? {} : { exit: { cureDays: daysOf(exit.breach?.cureDays), noticeDays: daysOf(exit.policyChange?.noticeDays) } }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(attachments === undefined ? {} : { attachments }),
    ...(answers === undefined ? {} : { answers }),
  };
}

const daysOf = (days: number | undefined) => (days === undefined ? '' : String(days));

function draftEffect(effect: AgreementContent['effect']): Draft['effect'] {
  if (effect.kind === 'on-date') return { kind: 'on-date', date: effect.date };
  return effect.kind === 'on-condition' ? { kind: effect.kind, date: '', condition: effect.condition } : { kind: effect.kind, date: '' };
}
