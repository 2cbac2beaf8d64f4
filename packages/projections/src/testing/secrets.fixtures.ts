import type { AgreementContent } from '@lianyu/domain/agreements';
import type { OrganisationId } from '@lianyu/domain/kernel';

/** A private string planted in an event, and whose it is. */
export interface Secret {
  readonly text: string;
  readonly of: readonly OrganisationId[];
  readonly kind: 'title' | 'clause' | 'note' | 'reason' | 'clearance';
}

/** Plants private strings, each of which occurs once. Stories told with another salt differ in nothing but these. */
export class Secrets {
  readonly planted: Secret[] = [];
  readonly #salt: string;

  constructor(salt = 's') {
    this.#salt = salt;
  }

  of(parties: readonly OrganisationId[], kind: Secret['kind']): string {
    const text = `<${kind}:${this.planted.length}:${this.#salt}>`;
    this.planted.push({ text, of: parties, kind });
    return text;
  }
}

/** A small agreement of which title and one clause are secrets of its parties. */
export function contentOf(parties: readonly OrganisationId[], secrets: Secrets): AgreementContent {
  const part = String(parties.length);
  return {
    title: { zh: secrets.of(parties, 'title'), en: '' },
    mode: 'enclave',
    parties: parties.map((organisation, index) => ({
      organisation,
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
            allocation: { node: 'year-bands', bands: [{ fromYear: 1, shares: parties.map((party) => ({ party, ratio: ['1', part] })) }] },
            rounding: { node: 'largest-remainder', level: 'total', negative: 'mirror', ties: [...parties] },
          },
        },
      },
      { id: 'settlement', heading: { zh: '结算', en: '' }, body: { kind: 'text', text: { zh: secrets.of(parties, 'clause'), en: '' } } },
    ],
    effect: { kind: 'on-conclusion' },
  };
}
