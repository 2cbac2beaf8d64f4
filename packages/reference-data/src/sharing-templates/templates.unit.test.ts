import { expect, test } from 'vitest';
import { cast } from './agreed.fixtures.ts';
import { type SharingTemplate, sharingTemplates, stillToChoose, type TemplateClause } from './index.ts';

const clauses = sharingTemplates.flatMap((template) =>
  template.clauses.map((clause): [string, SharingTemplate, TemplateClause] => [`${template.number} ${clause.title.en}`, template, clause]),
);

/** Nodes that have one form only say nothing by being there. */
const FORMS = ['money', 'statistics', 'quota', 'sum', 'largest-remainder', 'settlement', 'reporting', 'start', 'cap', 'guarantee', 'recovery'];

/** `rounding.level` → its value, for every value that is no object or list. */
function leaves(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}
const covers = (path: string, of: string) => of === path || of.startsWith(`${path}.`) || path === '';

test('RD-1 the collection has 92号 and M1 to M17, each once, with words, source and what was not readable', () => {
  expect(sharingTemplates.map(({ number }) => number)).toEqual(['92', ...Array.from({ length: 17 }, (_, index) => `M${index + 1}`)]);
  expect(new Set(sharingTemplates.map(({ id }) => id)).size).toBe(sharingTemplates.length);
  for (const { source, name, roles, notes, clauses: all } of sharingTemplates) {
    expect(source.citation).not.toBe('');
    expect(source.note ?? '').not.toBe('');
    const words = [
      name,
      ...roles.map((each) => each.name),
      ...notes,
      ...all.flatMap(({ title, basis }) => [title, ...basis.map((each) => each.words)]),
    ];
    for (const { zh, en } of words) expect([/\p{Script=Han}/u.test(zh), /\p{Script=Han}/u.test(en), en === '']).toEqual([true, false, false]);
  }
});

test.each(clauses)('RD-2 nothing stands in %s without the document or an assumption that is named', (_, __, { draft, basis }) => {
  const stated = leaves(draft(cast)).filter(
    ([path, value]) =>
      !((path === 'node' || path.endsWith('.node')) && FORMS.includes(String(value))) && path !== 'publication' && !path.endsWith('.id'),
  );
  for (const [path] of stated) expect([path, basis.some((each) => covers(each.path, path))]).toEqual([path, true]);
  for (const each of basis) expect([each.path, stated.some(([path]) => covers(each.path, path))]).toEqual([each.path, true]);
});

test.each(clauses)('RD-2 the choices that no document makes are left to the parties in %s', (_, { number }, { draft }) => {
  const draftTerm = draft(cast);
  const missing = stillToChoose(draftTerm);
  const required = {
    money: [
      ...['level', 'over', 'negative', 'ties', 'amounts'].map((choice) => `rounding.${choice}`),
      ...['clock.years', 'clock.partial', 'clock.start.granularity', 'base.consolidated', 'base.refunds.credit'],
      ...['figuresDue', 'confirmationDue', 'paymentDue', 'disputes', 'lateItems'].map((choice) => `settlement.${choice}`),
      ...(number === 'M4' ? [] : ['settlement.routes', 'settlement.period']),
      ...(number === 'M11' ? ['guarantees.0.fundedBy.source', 'guarantees.0.assessed', 'guarantees.0.from.granularity'] : []),
      ...(number === 'M7' ? ['bands.0.allocation.below', 'bands.0.allocation.over', 'bands.0.allocation.stocks.0.amount'] : []),
      ...(number === '92' ? ['base.sources.0.conversion'] : []),
    ],
    statistics: ['rounding.over', 'rounding.ties', 'clock.years', 'clock.partial', 'reporting.disputes', 'reporting.lateItems'],
    quota: ['clock', 'rounding.ties', 'rule.amount', 'rule.per', 'rule.years', 'rule.unused', 'reporting.period', 'reporting.lateItems'],
  }[draftTerm.node ?? 'money'];
  for (const choice of required) expect([choice, missing.some((path) => covers(path, choice))]).toEqual([choice, true]);
  expect(draftTerm).not.toHaveProperty('rounding.ties');
});
