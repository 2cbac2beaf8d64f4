import { org } from '../kernel/given.fixtures.ts';
import type { AgreementContent } from './content.ts';

/** A small agreement between organisations; the settlement clause is what counter-proposals change. */
export function contentBetween(parties: readonly string[], settlement = '按年结算'): AgreementContent {
  const part = parties.length;
  return {
    title: { zh: '合作协议', en: 'Agreement' },
    mode: 'enclave',
    parties: parties.map((organisation, index) => ({
      organisation: org(organisation),
      name: { zh: `${organisation}管委会`, en: '' },
      side: index === 0 ? 'origin' : 'destination',
    })),
    clauses: [
      {
        id: 'sharing',
        heading: { zh: '利益共享', en: '' },
        body: {
          kind: 'sharing',
          term: {
            node: 'share',
            base: { node: 'taxes', taxes: [{ tax: 'value-added', level: 'local-retained' }] },
            start: { node: 'on-milestone', milestone: 'full-capacity' },
            years: 'calendar',
            allocation: {
              node: 'year-bands',
              bands: [{ fromYear: 1, shares: parties.map((party) => ({ party: org(party), ratio: ['1', String(part)] })) }],
            },
            rounding: { node: 'largest-remainder', level: 'total', negative: 'mirror', ties: parties.map(org) },
          },
        },
      },
      { id: 'settlement', heading: { zh: '结算', en: '' }, body: { kind: 'text', text: { zh: settlement, en: '' } } },
    ],
    effect: { kind: 'on-conclusion' },
  };
}
