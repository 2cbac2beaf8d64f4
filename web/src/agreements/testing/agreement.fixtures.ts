import { type AgreementContent, agreementContent, RENDERER, renderText } from '@lianyu/domain/agreements';
import { commandId, digest, instant, negotiationId, organisationId } from '@lianyu/domain/kernel';
import type { NegotiationPage, OrganisationDocument, ProposalDocument, SignedAgreement } from '@lianyu/projections/folds';
import { proposalDigest, sealBytes } from '@lianyu/proofs';

/** An invented agreement between two invented zones, in the documents of the read model. */
export const id = negotiationId.parse('5d0a4e64-9f0e-4c6f-8a52-3c7f1c2b9d11');
export const command = commandId.parse('00000000-0000-4000-8000-000000000001');
export const [own, other] = [organisationId.parse('example-a'), organisationId.parse('example-b')];
const at = (hour: number) => instant.parse(`2026-03-14T${String(hour).padStart(2, '0')}:00:00.000Z`);

export function content(settlement = '分享金额以季度结算。', origin = '3'): AgreementContent {
  return agreementContent.parse({
    title: { zh: '示例合作协议', en: 'An example agreement' },
    mode: 'enclave',
    parties: [
      { organisation: own, name: { zh: '示例开发区甲管理委员会', en: '' }, side: 'origin' },
      { organisation: other, name: { zh: '示例开发区乙管理委员会', en: '' }, side: 'destination' },
    ],
    clauses: [
      { id: 'basis', heading: { zh: '合作依据', en: '' }, body: { kind: 'text', text: { zh: '双方订立本协议。', en: '' } } },
      { id: 'settlement', heading: { zh: '结算', en: '' }, body: { kind: 'text', text: { zh: settlement, en: '' } } },
      {
        id: 'sharing',
        heading: { zh: '利益共享', en: '' },
        body: {
          kind: 'sharing',
          term: {
            node: 'share',
            base: { node: 'taxes', taxes: [{ tax: 'value-added', level: 'local-retained' }] },
            start: { node: 'on-date', date: '2027-01-01' },
            years: 'calendar',
            allocation: {
              node: 'year-bands',
              bands: [
                {
                  fromYear: 1,
                  shares: [
                    { party: own, ratio: [origin, '5'] },
                    { party: other, ratio: [String(5 - Number(origin)), '5'] },
                  ],
                },
              ],
            },
            rounding: { node: 'largest-remainder', level: 'total', negative: 'mirror', ties: [own, other] },
          },
        },
      },
    ],
    effect: { kind: 'on-conclusion' },
  });
}

export function proposal(number: number, party: typeof own, what: AgreementContent): ProposalDocument {
  const text = renderText(what);
  const stored = { content: what, text, renderer: RENDERER };
  return { negotiation: id, number, party, words: '理由', at: at(number), ...stored, digest: digest.parse(proposalDigest(stored)) };
}

export const first = proposal(1, own, content());
export const second = proposal(2, other, content('分享金额以年度结算。', '2'));
export const third = proposal(3, own, content('分享金额以半年结算。', '2'));

export function negotiation(current: ProposalDocument, change: Partial<NegotiationPage> = {}): NegotiationPage {
  const proposals = [first, second, third].filter(({ number }) => number <= current.number);
  return {
    id,
    stage: 'negotiating',
    title: current.content.title,
    mode: 'enclave',
    current: { number: current.number, digest: current.digest, party: current.party, at: current.at },
    proposals: proposals.map(({ number, digest: each, party, at: when, words }) => ({ number, digest: each, party, at: when, words })),
    turn: [current.party === own ? other : own],
    parties: [own, other].map((organisation) => ({ organisation, progress: organisation === current.party ? 'text-confirmed' : 'reviewing' })),
    ...change,
  };
}

export const organisations: readonly OrganisationDocument[] = [own, other].map((each, index) => ({
  id: each,
  profile: {
    kind: 'zone',
    name: { zh: `示例开发区${'甲乙'[index]}管理委员会`, en: `Zone ${'AB'[index]}` },
    shortName: { zh: `示例${'甲乙'[index]}区`, en: `Zone ${'AB'[index]}` },
    level: 'national',
    regionCode: '150000',
    source: '',
    verified: false,
  },
}));

/** A signed agreement with real seals: keys made for this test, signatures by the browser's own Ed25519. */
export async function signed(what: ProposalDocument): Promise<{ agreement: SignedAgreement; keys: ReadonlyMap<string, string> }> {
  const keys = new Map<string, string>();
  const executions: SignedAgreement['executions'] = [];
  for (const party of [own, other]) {
    const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
    if (!('privateKey' in pair)) throw new Error('a pair of keys');
    const key = hex(await crypto.subtle.exportKey('raw', pair.publicKey));
    const bytes = new Uint8Array(sealBytes({ negotiation: id, party, digest: what.digest }));
    const value = hex(await crypto.subtle.sign('Ed25519', pair.privateKey, bytes));
    keys.set(party, key);
    executions.push({
      party,
      signatory: { member: memberOf(party), name: '签署人某', office: '主任' },
      signedAt: at(5),
      seal: { algorithm: 'ed25519', key, value },
      sealedAt: at(6),
    });
  }
  const { content: said, text, renderer, digest: sum } = what;
  const agreement: SignedAgreement = {
    id,
    stage: 'in-force',
    number: 'LY-2026-0ABCDE',
    concludedOn: '2026-03-14' as SignedAgreement['concludedOn'],
    content: said,
    text,
    renderer,
    digest: sum,
    executions,
    filings: [],
    windingUp: false,
    steps: [],
    notices: [],
    waivers: [],
    version: 1,
    versions: [{ version: 1, digest: sum, concludedOn: '2026-03-14' as SignedAgreement['concludedOn'] }],
  };
  return { agreement, keys };
}

const memberOf = (party: string) =>
  (party === own
    ? '00000000-0000-4000-8000-00000000000a'
    : '00000000-0000-4000-8000-00000000000b') as SignedAgreement['executions'][number]['signatory']['member'];
const hex = (bytes: ArrayBuffer) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
