import * as templates from '@lianyu/reference-data/agreement-templates';
import { expect, test } from 'vitest';
import { check } from '../draft/check.ts';
import { draftFromTemplate, libraryClause, missingIn } from './from-template.ts';

const parties = [
  { key: 'p1', organisation: 'a-zone', side: 'origin' as const },
  { key: 'p2', organisation: 'b-zone', side: 'destination' as const },
];
const begun = (mode: templates.AgreementTemplate['mode']) => {
  const template = templates.agreementTemplates.find((each) => each.mode === mode);
  return draftFromTemplate(templates, {
    title: '合作协议',
    mode,
    parties,
    clauses: template?.clauses ?? [],
    attachments: template?.attachments ?? [],
  });
};

test.each(templates.agreementTemplates.map(({ mode }) => mode))(
  'AG-42 a draft that begins with the template of %s lacks its sharing terms alone',
  (mode) => {
    const draft = begun(mode);
    expect(missingIn(templates, draft)).toEqual({ subjects: [], attachments: [] });
    const { problems } = check(draft, (organisation) => ({ zh: organisation, en: '' }));
    const sharing = draft.clauses.findIndex(({ id }) => id === 'sharing');
    expect(problems.length).toBeGreaterThan(0);
    for (const { path } of problems) expect(path.startsWith(`clauses.${sharing}.`), path).toBe(true);
  },
);

test('AG-42 what is taken out is missed until a clause speaks of it again, also one that was written by hand', () => {
  const draft = begun('enclave');
  const less = { ...draft, clauses: draft.clauses.filter(({ id }) => id !== 'settlement' && id !== 'attachments') };
  const missing = missingIn(templates, less);
  expect(missing.subjects.map(({ id }) => id)).toEqual(['settlement']);
  expect(missing.attachments.map(({ id }) => id)).toContain('project-list');
  const byHand = { id: 'c-1', heading: { zh: '资金结算办法', en: '' }, text: { zh: '以附件项目清单为准', en: '' } };
  const again = missingIn(templates, { ...less, clauses: [...less.clauses, byHand] });
  expect(again.subjects).toEqual([]);
  expect(again.attachments.map(({ id }) => id)).not.toContain('project-list');
});

test('AG-42 a clause of the library that is inserted twice has an id of its own', () => {
  const [one] = libraryClause(templates, 'data');
  const [two] = libraryClause(templates, 'data', ['data']);
  expect([one?.id, two?.id === 'data', templates.subjectOf(two ?? { id: '', heading: { zh: '' } })]).toEqual(['data', false, 'data']);
  expect(libraryClause(templates, 'sharing')[0]?.sharing).toEqual({});
  expect(libraryClause(templates, 'none')).toEqual([]);
});
