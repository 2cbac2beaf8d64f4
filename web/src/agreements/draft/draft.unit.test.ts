import { type AgreementContent, agreementContent, renderText } from '@lianyu/domain/agreements';
import { isOne, ratio } from '@lianyu/domain/money';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roughTerm } from '../../sharing/editor/term-shape.ts';
import { withAt } from '../../sharing/form/at-path.ts';
import { type RoughRecord, recordIn } from '../../sharing/form/rough.ts';
import { restOf, shareFrom, shareText, sumOf } from '../../sharing/form/shares.ts';
import { agreedTerm } from '../../sharing/testing/term.fixtures.ts';
import { check } from './check.ts';
import { contentFrom, draftFrom } from './content.ts';
import { type Draft, draftModel, partiesOf } from './model.ts';
import { previewOf } from './preview.ts';
import { starterDraft } from './starter.ts';

const names: Readonly<Record<string, { zh: string; en: string }>> = {
  'xian-etdz': { zh: '西安经济技术开发区管理委员会', en: '' },
  'bayannur-etdz': { zh: '巴彦淖尔经济技术开发区管理委员会', en: '' },
};
const legalName = (organisation: string) => names[organisation];
const words = { party: '（单位）', title: '（标题）', heading: '（条款）', text: '（正文）', sharing: '（分享）' };

const sharing = () =>
  roughTerm(
    agreedTerm('xian-etdz', 'bayannur-etdz'),
    partiesOf([
      { key: 'p1', organisation: 'xian-etdz' },
      { key: 'p2', organisation: 'bayannur-etdz' },
    ]),
  );

function complete(): Draft {
  const draft = starterDraft('xian-etdz');
  return {
    ...draft,
    title: { zh: '合作协议', en: '' },
    parties: draft.parties.map((party) => (party.key === 'p2' ? { ...party, organisation: 'bayannur-etdz' } : party)),
    clauses: draft.clauses.map((clause) => (clause.sharing ? { ...clause, sharing: sharing() } : clause)),
  };
}

const withSharing = (draft: Draft, change: (before: RoughRecord) => RoughRecord): Draft => ({
  ...draft,
  clauses: draft.clauses.map((clause) => (clause.sharing ? { ...clause, sharing: change(clause.sharing) } : clause)),
});

function contentOf(draft: Draft): AgreementContent {
  return agreementContent.parse(contentFrom(draft, legalName));
}

test('RD-1 the template that a term was begun with stays with it, through proposal and answer', () => {
  const draft = complete();
  const begun = { ...draft, clauses: draft.clauses.map((clause) => (clause.sharing ? { ...clause, template: 'm3-zibo-city/0' } : clause)) };
  const content = contentOf(begun);
  expect(content.clauses.flatMap(({ body }) => (body.kind === 'sharing' ? [body.template] : []))).toEqual(['m3-zibo-city/0']);
  expect(contentOf(draftFrom(content))).toEqual(content);
});

test.each([
  ['60', ['3', '5']],
  ['60%', ['3', '5']],
  ['60 ％', ['3', '5']],
  ['33.33', ['3333', '10000']],
  ['2/3', ['2', '3']],
  ['2／4', ['2', '4']],
  ['100', ['1', '1']],
  ['0', ['0', '1']],
])('MN-1 a share typed as %s is exact', (typed, share) => {
  expect(shareFrom(typed)).toEqual(share);
});

test.each(['', '101', '3/2', '1/0', '-5', '六十', '1e2', '0x10', '60.', '.5', '33.3333333'])('%s is no share', (typed) => {
  expect(shareFrom(typed)).toBeUndefined();
});

const anyShare = fc.tuple(fc.bigInt(0n, 9999n), fc.bigInt(1n, 9999n)).filter(([n, d]) => n <= d);

test('a share as it is shown is typed back as the very same ratio', () => {
  fc.assert(
    fc.property(anyShare, ([n, d]) => {
      const share: [string, string] = [n.toString(), d.toString()];
      expect(shareFrom(shareText(share))).toEqual(share);
    }),
  );
});

test('a share and its rest are one', () => {
  fc.assert(
    fc.property(anyShare, ([n, d]) => {
      const typed = `${n}/${d}`;
      const rest = restOf([typed]);
      const sum = sumOf([typed, rest ?? '']);
      expect(sum && isOne(sum)).toBe(true);
    }),
  );
});

test('a complete draft has no problems and becomes the content of a proposal', () => {
  const { content, problems } = check(complete(), legalName);
  expect(problems).toEqual([]);
  expect(content?.clauses).toHaveLength(10);
});

test('what is missing is told by field', () => {
  const { content, problems } = check(starterDraft('xian-etdz'), legalName);
  expect(content).toBeUndefined();
  expect(problems).toContainEqual({ path: 'title.zh', problem: 'required' });
  expect(problems).toContainEqual({ path: 'parties.1.organisation', problem: 'required' });
  expect(problems).toContainEqual({ path: 'clauses.4.body.term.node', problem: 'required' });
});

test('what of a term is not chosen is told by its place in the tree', () => {
  const open = withSharing(complete(), ({ rounding: _, ...rest }) => ({ ...rest, rounding: { level: 'total' } }));
  const { problems } = check(open, legalName);
  const at = 'clauses.4.body.term.rounding';
  expect(problems.map(({ path }) => path)).toEqual([`${at}.over`, `${at}.negative`, `${at}.ties`, `${at}.amounts`]);
  expect(problems.filter(({ path }) => path !== `${at}.ties`).every(({ problem }) => problem === 'required')).toBe(true);
});

test('shares that are not one are told where they stand', () => {
  const wrong = withSharing(complete(), (term) => recordIn(withAt(term, 'bands.0.allocation.shares.p2', '30')));
  expect(check(wrong, legalName).problems).toEqual([{ path: 'clauses.4.body.term.bands.0.allocation.shares', problem: 'shares-not-one' }]);
});

test('a draft that was kept before terms were trees is read, and nothing typed is lost', () => {
  const older = {
    taxes: [{ tax: 'value-added', level: 'local-retained' }],
    start: { kind: 'date', date: '2027-01-01', milestone: 'full-capacity' },
    years: 'calendar',
    bands: [{ key: 'b1', fromYear: '1', toYear: '', shares: { p1: '60', p2: '2/5' } }],
    level: 'total',
    negative: 'mirror',
    ties: ['p2', 'p1'],
  };
  const draft = complete();
  const kept = { ...draft, clauses: draft.clauses.map((clause) => (clause.sharing ? { ...clause, sharing: older } : clause)) };
  const { content, problems } = check(draftModel.parse(JSON.parse(JSON.stringify(kept))), legalName);
  expect(problems).toEqual([]);
  const body = content?.clauses[4]?.body;
  expect(body?.kind === 'sharing' && body.term).toMatchObject({
    node: 'share',
    start: { node: 'on-date', date: '2027-01-01' },
    allocation: { bands: [{ fromYear: 1, shares: [{ ratio: ['3', '5'] }, { ratio: ['2', '5'] }] }] },
    rounding: { ties: ['bayannur-etdz', 'xian-etdz'] },
  });
});

test('a counter-proposal that changes nothing is the very same content, ranks of ties and legal names included', () => {
  const content = contentOf(complete());
  const [first, second] = content.parties;
  if (!first || !second) throw new Error('two parties');
  const turned: AgreementContent = {
    ...content,
    parties: [{ ...first, name: { zh: '当时的名称', en: 'Then' } }, second],
    clauses: content.clauses.map((clause) =>
      clause.body.kind === 'sharing' && clause.body.term.node === 'money'
        ? {
            ...clause,
            body: {
              kind: 'sharing',
              term: { ...clause.body.term, rounding: { ...clause.body.term.rounding, ties: [second.organisation, first.organisation] } },
            },
          }
        : clause,
    ),
  };
  const draft = draftFrom(turned, { digest: '0'.repeat(64), number: 1 });
  expect(contentOf(draft)).toEqual(turned);
  expect(draftModel.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
});

test('a fraction that is not in lowest terms stays as it was agreed', () => {
  const content = contentOf(complete());
  const unreduced: AgreementContent = JSON.parse(JSON.stringify(content).replaceAll('["3","5"]', '["6","10"]').replaceAll('["2","5"]', '["4","10"]'));
  expect(ratio(['6', '10'])).toBeDefined();
  expect(contentOf(draftFrom(unreduced, { digest: '0'.repeat(64), number: 1 }))).toEqual(unreduced);
});

test('the preview reads although much is missing', () => {
  const draft = complete();
  const half: Draft = {
    ...draft,
    title: { zh: '', en: '' },
    clauses: draft.clauses.map((clause) => ({ ...clause, heading: { zh: '', en: '' } })),
    until: 'soon',
  };
  const content = previewOf(half, legalName, words);
  expect(content && renderText(content).zh).toContain('（标题）');
  expect(content && renderText(content).zh).toContain('第一条 （条款）');
});

test('an incomplete sharing clause is told to be so in the preview', () => {
  const draft = complete();
  const half: Draft = {
    ...draft,
    clauses: draft.clauses.map((clause) => (clause.sharing ? { ...clause, sharing: { ...clause.sharing, bands: [] } } : clause)),
  };
  const content = previewOf(half, legalName, words);
  expect(content && renderText(content).zh).toContain('（分享）');
});
