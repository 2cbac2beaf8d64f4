import { organisationId } from '@lianyu/domain/kernel';
import { type OrganisationDocument, organisationDocument } from '@lianyu/projections/folds';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestPlatform } from '../platform.fixtures.ts';
import { must, XIAN } from '../walk.fixtures.ts';

const platform = new TestPlatform();
const [ONE, TWO] = ['coordination-office.admin-one', 'coordination-office.admin-two'];
beforeAll(async () => {
  await platform.play();
});
afterAll(() => platform.close());

const id = (text: string) => organisationId.parse(text);
const about = (source = '', superior?: string) => ({
  kind: 'zone' as const,
  name: { zh: '某某经济技术开发区管理委员会', en: 'Some Zone' },
  shortName: { zh: '某某经开区', en: 'Some' },
  level: 'region' as const,
  regionCode: '150600',
  source,
  verified: false,
  ...(superior === undefined ? {} : { superior: id(superior) }),
});

async function seen(organisation: string): Promise<OrganisationDocument | undefined> {
  const documents = await platform.documentsOf(XIAN.officer, 'organisations');
  return documents.filter(({ kind, key }) => kind === 'organisation' && key === organisation).map(({ body }) => organisationDocument.parse(body))[0];
}

test('AG-50 AZ-1 a drafter registers a zone that is missing; everybody sees it unverified until another person verifies it', async () => {
  const registering = { organisation: id('some-etdz'), profile: about() };
  expect(await platform.give(XIAN.officer, 'register-organisation', { ...registering, profile: { ...about('名录'), verified: true } })).toMatchObject(
    {
      code: 'VERIFICATION_NOT_OWN',
    },
  );
  await must(platform.give(XIAN.officer, 'register-organisation', registering));
  expect(await seen('some-etdz')).toMatchObject({ registeredBy: 'xian-etdz', profile: { verified: false } });
  expect(await platform.give(XIAN.officer, 'verify-organisation', { organisation: id('some-etdz'), source: '名录' })).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await platform.give(XIAN.officer, 'correct-organisation', { ...registering, reason: '-' })).toMatchObject({ code: 'FORBIDDEN' });
  await must(platform.give(ONE, 'verify-organisation', { organisation: id('some-etdz'), source: '国函〔2012〕1号' }));
  expect(await seen('some-etdz')).toMatchObject({ profile: { verified: true, source: '国函〔2012〕1号' } });
});

test('AG-50 a superior is one that there is, and nothing stands above itself', async () => {
  expect(await platform.give(XIAN.officer, 'register-organisation', { organisation: id('below'), profile: about('', 'no-such') })).toMatchObject({
    code: 'ORGANISATION_UNKNOWN',
  });
  await must(platform.give(XIAN.officer, 'register-organisation', { organisation: id('above'), profile: about() }));
  await must(platform.give(XIAN.officer, 'register-organisation', { organisation: id('below'), profile: about('', 'above') }));
  expect(await platform.give(ONE, 'correct-organisation', { organisation: id('above'), profile: about('', 'below'), reason: '-' })).toMatchObject({
    code: 'SUPERIOR_CIRCULAR',
  });
});

test('AG-50 AZ-3.1 who registered it as an administrator does not verify it', async () => {
  await must(platform.give(ONE, 'register-organisation', { organisation: id('by-one'), profile: about() }));
  expect(await platform.give(ONE, 'verify-organisation', { organisation: id('by-one'), source: '名录' })).toMatchObject({
    code: 'VERIFICATION_NEEDS_SECOND_PERSON',
  });
  await must(platform.give(TWO, 'verify-organisation', { organisation: id('by-one'), source: '名录' }));
});
