import { clause, cooperationMode } from '@lianyu/domain/agreements';
import { expect, test } from 'vitest';
import { sharingTemplates } from '../sharing-templates/index.ts';
import { agreementTemplates, attachments, attachmentsText, clauseLibrary, neededSubjects, subjectOf, subjects } from './index.ts';

test('RD-4 every mode of cooperation has one template, whose clauses, attachments and cases exist', () => {
  expect(agreementTemplates.map(({ mode }) => mode).sort()).toEqual([...cooperationMode.options].sort());
  const known = new Set(clauseLibrary.map(({ id }) => id));
  const cases = new Set(sharingTemplates.map(({ id }) => id));
  for (const template of agreementTemplates) {
    expect(template.clauses.filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(template.clauses).size).toBe(template.clauses.length);
    expect(template.attachments.filter((id) => !attachments.some((each) => each.id === id))).toEqual([]);
    expect(template.sharing.filter((id) => !cases.has(id))).toEqual([]);
    expect(template.attachments).toContain('authority-letters');
  }
});

test('RD-4 a template speaks of all that its mode needs, and names its source and that it was read in part alone', () => {
  for (const template of agreementTemplates) {
    const spoken = new Set(template.clauses.map((id) => subjectOf({ id, heading: { zh: '' } })));
    expect(neededSubjects(template).filter(({ id }) => !spoken.has(id))).toEqual([]);
    expect(template.source.verification).toBe('partly');
    expect(template.source.citation).not.toBe('');
    expect(template.source.note).toContain('归纳');
  }
});

test('RD-4 a clause of the library is one of its subject, can stand in an agreement, and states no figure of its own', () => {
  expect(new Set(clauseLibrary.map(({ id }) => id)).size).toBe(clauseLibrary.length);
  for (const { id, subject, heading, text } of clauseLibrary) {
    expect(subjects.map((each) => each.id)).toContain(subject);
    expect(subjectOf({ id, heading: { zh: '' } })).toBe(subject);
    expect(text).not.toMatch(/\d|[％%]/);
    if (id === 'sharing') continue;
    expect(clause.safeParse({ id, heading, body: { kind: 'text', text: { zh: text, en: '' } } }).success).toBe(true);
  }
  for (const { id } of subjects) expect(clauseLibrary.some(({ subject }) => subject === id)).toBe(true);
});

test('RD-4 what was written by hand is known by its heading; an attachment by its name in the text', () => {
  expect(subjectOf({ id: 'c-1', heading: { zh: '财政资金结算' } })).toBe('settlement');
  expect(subjectOf({ id: 'c-1', heading: { zh: '其他约定' } })).toBeUndefined();
  expect(attachmentsText(['quota-list', 'boundary-map'])).toBe(
    '下列附件是本协议的组成部分，与正文具有同等效力：\n附件一：四至范围图\n附件二：指标清单',
  );
});
