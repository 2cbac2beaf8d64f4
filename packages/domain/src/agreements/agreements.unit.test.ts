import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, given, org, recordedBy } from '../kernel/given.fixtures.ts';
import type { Digest, NegotiationId } from '../kernel/index.ts';
import { contentBetween } from './content.fixtures.ts';
import {
  type AgreementCommand,
  type AgreementContent,
  agreementContent,
  agreementDecider,
  chineseNumeral,
  contradictionIn,
  renderText,
} from './index.ts';

const agreement = '11111111-1111-4111-8111-111111111111' as NegotiationId;
const digest = 'd'.repeat(64) as Digest;
const conclude = (effect: AgreementContent['effect']): Extract<AgreementCommand, { type: 'conclude-agreement' }> => {
  const content = { ...contentBetween(['xian', 'bayannur']), effect };
  return {
    type: 'conclude-agreement',
    agreement,
    number: 'LY-2026-7K3M9Q',
    concludedOn: day('2026-03-01'),
    content,
    text: renderText(content),
    renderer: 'r',
    digest,
    executions: [],
  };
};
const concluded = (effect: AgreementContent['effect']) => {
  const { type: _, ...data } = conclude(effect);
  return [recordedBy({ type: 'AgreementConcluded' as const, data: { ...data, executions: [] } }, { kind: 'process', process: 'test' })];
};

test('TM-3 AG-14 an agreement takes force on the day that its terms say, however late that is noticed', () => {
  const onDate = concluded({ kind: 'on-date', date: day('2026-06-01') });
  given(agreementDecider, onDate)
    .when({ type: 'enter-into-force', today: day('2026-05-31') })
    .refuses('AGREEMENT_NOT_DUE', { effectiveOn: '2026-06-01' });
  given(agreementDecider, onDate)
    .when({ type: 'enter-into-force', today: day('2026-09-09') })
    .then([{ type: 'AgreementEnteredIntoForce', data: { agreement, effectiveOn: '2026-06-01' } }]);
  given(agreementDecider, concluded({ kind: 'on-conclusion' }))
    .when({ type: 'enter-into-force', today: day('2026-03-01') })
    .then([{ type: 'AgreementEnteredIntoForce', data: { agreement, effectiveOn: '2026-03-01' } }]);
});

test('AG-14 never before it is concluded, and not twice', () => {
  given(agreementDecider, concluded({ kind: 'on-date', date: day('2020-01-01') }))
    .when({ type: 'enter-into-force', today: day('2026-03-01') })
    .then([{ type: 'AgreementEnteredIntoForce', data: { agreement, effectiveOn: '2026-03-01' } }]);
  given(agreementDecider, concluded({ kind: 'on-conclusion' }))
    .when(conclude({ kind: 'on-conclusion' }))
    .refuses('AGREEMENT_EXISTS');
  given(agreementDecider, [])
    .when({ type: 'enter-into-force', today: day('2026-03-01') })
    .refuses('AGREEMENT_UNKNOWN');
});

test('AG-15 the text follows from the data: what binds differs, the text differs', () => {
  const base = contentBetween(['xian', 'bayannur']);
  const text = renderText(base).zh;
  expect(renderText(base).zh).toBe(text);
  const variants: AgreementContent[] = [
    { ...base, title: { ...base.title, zh: '另一协议' } },
    { ...base, mode: 'co-built-park' },
    { ...base, until: day('2030-12-31') },
    { ...base, effect: { kind: 'on-date', date: day('2027-01-01') } },
    { ...base, parties: [...base.parties].reverse() },
    { ...base, clauses: [...base.clauses].reverse() },
    contentBetween(['xian', 'bayannur'], '按季结算'),
    withShares(base, [
      ['3', '5'],
      ['2', '5'],
    ]),
    withShares(base, [
      ['2', '4'],
      ['2', '4'],
    ]),
  ];
  const texts = variants.map((content) => renderText(content).zh);
  expect(new Set([text, ...texts]).size).toBe(variants.length + 1);
});

test('AG-15 any two different ratios read differently', () => {
  const ratio = fc
    .tuple(fc.nat(40), fc.integer({ min: 1, max: 40 }))
    .filter(([n, d]) => n <= d)
    .map(([n, d]): [string, string] => [String(n), String(d)]);
  const base = contentBetween(['xian', 'bayannur']);
  fc.assert(
    fc.property(ratio, ratio, (one, other) => {
      const same = one[0] === other[0] && one[1] === other[1];
      expect(renderText(withShares(base, [one, ['0', '1']])).zh === renderText(withShares(base, [other, ['0', '1']])).zh).toBe(same);
    }),
  );
});

test('AG-16 contradictions are found and say where', () => {
  const base = contentBetween(['xian', 'bayannur']);
  const cases: [AgreementContent, string][] = [
    [{ ...base, parties: [base.parties[0]!, base.parties[0]!] }, 'party-twice'],
    [{ ...base, clauses: [...base.clauses, base.clauses[1]!] }, 'clause-twice'],
    [{ ...base, effect: { kind: 'on-date', date: day('2027-01-01') }, until: day('2026-12-31') }, 'ends-before-effect'],
    [
      withShares(base, [
        ['1', '2'],
        ['1', '3'],
      ]),
      'shares-not-one',
    ],
    [withBands(base, [{ fromYear: 2 }]), 'bands-not-from-one'],
    [withBands(base, [{ fromYear: 1, toYear: 3 }, { fromYear: 5 }]), 'bands-not-contiguous'],
    [withBands(base, [{ fromYear: 1 }, { fromYear: 2 }]), 'band-after-open-end'],
    [withBands(base, [{ fromYear: 1, toYear: 0 }]), 'band-empty'],
    [{ ...base, parties: [base.parties[0]!, { ...base.parties[1]!, organisation: org('dalian') }] }, 'party-unknown'],
  ];
  expect(contradictionIn(base)).toBeUndefined();
  for (const [content, problem] of cases) expect(contradictionIn(content)).toMatchObject({ problem });
});

test('AG-16 the schema refuses what has no meaning', () => {
  const base = contentBetween(['xian', 'bayannur']);
  expect(agreementContent.safeParse(base).success).toBe(true);
  for (const wrong of [
    { ...base, parties: [] },
    { ...base, mode: 'friendship' },
    { ...base, extra: 1 },
    withShares(base, [
      ['3', '2'],
      ['0', '1'],
    ]),
    { ...base, effect: { kind: 'on-date', date: '2026-02-30' } },
  ]) {
    expect(agreementContent.safeParse(wrong).success).toBe(false);
  }
});

test('numerals of clauses', () => {
  expect([1, 10, 11, 20, 21, 100, 101, 110, 119, 999].map(chineseNumeral)).toEqual([
    '一',
    '十',
    '十一',
    '二十',
    '二十一',
    '一百',
    '一百零一',
    '一百一十',
    '一百一十九',
    '九百九十九',
  ]);
});

function withShares(content: AgreementContent, ratios: readonly (readonly [string, string])[]): AgreementContent {
  return withBands(content, [{ fromYear: 1 }], ratios);
}

function withBands(
  content: AgreementContent,
  bands: readonly { fromYear: number; toYear?: number }[],
  ratios: readonly (readonly [string, string])[] = [
    ['1', '2'],
    ['1', '2'],
  ],
): AgreementContent {
  const clauses = content.clauses.map((clause) => {
    if (clause.body.kind !== 'sharing') return clause;
    const shares = content.parties.map(({ organisation: party }, index) => ({
      party,
      ratio: [...(ratios[index] ?? ['0', '1'])] as [string, string],
    }));
    return {
      ...clause,
      body: {
        ...clause.body,
        term: { ...clause.body.term, allocation: { node: 'year-bands' as const, bands: bands.map((band) => ({ ...band, shares })) } },
      },
    };
  });
  return { ...content, clauses };
}
