import { measures, sharingTerm } from '@lianyu/domain/sharing';
import { expect, test } from 'vitest';
import { amountFrom, amountText } from '../../ui/amount.ts';
import { withIds } from './ids.ts';
import { blank, dataFrom, type Parties, roughFrom } from './rough.ts';
import { type Shape, shapeOf } from './shape.ts';
import { choicesEn } from './words/choices.en.ts';
import { choicesZh } from './words/choices.zh.ts';
import { fieldsEn, itemsEn, kindsEn } from './words/fields.en.ts';
import { fieldsZh, itemsZh, kindsZh } from './words/fields.zh.ts';
import { measureName } from './words/index.ts';

const term = shapeOf(sharingTerm, 'term');

/** Every shape in the tree of terms, once by name. */
function everyShape(): { shape: Shape; name: string }[] {
  const found: { shape: Shape; name: string }[] = [];
  const seen = new Set<string>();
  const visit = (shape: Shape, name: string): void => {
    found.push({ shape, name });
    if (shape.kind === 'record' || shape.kind === 'node') {
      if (seen.has(shape.name)) return;
      seen.add(shape.name);
    }
    if (shape.kind === 'record') for (const field of shape.fields) visit(field.shape, `${shape.name}.${field.name}`);
    if (shape.kind === 'node') for (const option of shape.options.values()) visit(option, option.name);
    if (shape.kind === 'list') visit(shape.element, `${name}[]`);
    if (shape.kind === 'set') visit(shape.of, name);
  };
  visit(term, 'term');
  return found;
}

const dictionaries = {
  zh: { fields: fieldsZh, items: itemsZh, kinds: kindsZh, choices: choicesZh },
  en: { fields: fieldsEn, items: itemsEn, kinds: kindsEn, choices: choicesEn },
} as const;

/** Where in a dictionary the words for a shape stand: each a way through it. */
function wordsFor({ shape, name }: { shape: Shape; name: string }): string[][] {
  switch (shape.kind) {
    case 'record':
      return shape.fields.filter((field) => field.shape.kind !== 'fixed').map((field) => ['fields', shape.name, field.name]);
    case 'node':
      return [...shape.options.keys()].map((option) => ['choices', shape.name, option]);
    case 'list':
      return [['items', name], ...(shape.element.kind === 'node' ? [['kinds', shape.element.name]] : [])];
    case 'choice':
      return shape.name === 'measure' ? [] : shape.values.map((word) => ['choices', shape.name, word]);
    default:
      return [];
  }
}

test.each(['zh', 'en'] as const)('every field, list and choice of the tree has words: %s', (language) => {
  const found = (way: string[]) => way.reduce<unknown>((at, key) => Reflect.get(Object(at), key), dictionaries[language]);
  const ways = everyShape().flatMap(wordsFor);
  expect(ways.length).toBeGreaterThan(300);
  expect(ways.filter((way) => typeof found(way) !== 'string').map((way) => way.join(' '))).toEqual([]);
  expect(measures.filter((code) => measureName(code, language) === code || measureName(code, language).includes('undefined'))).toEqual([]);
});

test('nothing is chosen before somebody chooses: a blank term answers no question', () => {
  if (term.kind !== 'node') throw new Error('a node');
  for (const [node, option] of term.options) {
    const texts: string[] = [];
    const leaves = (value: unknown): void => {
      if (typeof value === 'string') texts.push(value);
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(leaves);
    };
    leaves(blank(option));
    expect([node, texts.filter((text) => text !== '')]).toEqual([node, []]);
  }
});

const parties: Parties = {
  keys: ['p1', 'p2'],
  organisationOf: (key) => ({ p1: 'example-a', p2: 'example-b' })[key],
  keyOf: (organisation) => ({ 'example-a': 'p1', 'example-b': 'p2' })[organisation],
};

test('what is typed comes back as it was typed', () => {
  const start = {
    node: 'start',
    all: [{ node: 'amount-reached', measure: 'outlay/infrastructure-aid', party: 'example-b', amount: '20000000000' }],
    after: { years: 1, months: 0 },
    granularity: 'day',
  };
  const guarantee = {
    node: 'guarantee',
    id: 'guarantee-1',
    party: 'example-a',
    amount: '500000000',
    from: start,
    fundedBy: { party: 'example-b', source: 'own-funds' },
    assessed: 'year-end',
  };
  if (term.kind !== 'node') throw new Error('a node');
  const field = term.options.get('money')?.fields.find(({ name }) => name === 'guarantees');
  if (field?.shape.kind !== 'list') throw new Error('a list');
  const rough = roughFrom(field.shape, [guarantee], parties, {});
  expect(rough).toMatchObject([{ party: 'p1', amount: '5,000,000.00', from: { all: [{ party: 'p2', amount: '200,000,000.00' }] } }]);
  expect(dataFrom(field.shape, rough, parties, {})).toEqual([guarantee]);
});

test('MN-1 an amount is read exactly or not at all', () => {
  const read = (typed: string) => amountFrom(typed, 'fen');
  expect([read('5,000,000'), read('500万'), read('1.2亿'), read('0.05'), read('-3.1'), read('０'), read('1.005'), read('1e3'), read('')]).toEqual([
    '500000000',
    '500000000',
    '12000000000',
    '5',
    '-310',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect([read('1.000万'), read('0.000001亿'), read('9999999999999999'), read('99999999999999999')]).toEqual([
    '1000000',
    '10000',
    '999999999999999900',
    undefined,
  ]);
  expect([amountFrom('1.05', 'mu'), amountText('10500', 'mu'), amountText('-123456789', 'fen'), amountText('3', 'piece')]).toEqual([
    '10500',
    '1.05',
    '-1,234,567.89',
    '3',
  ]);
});

test('what runs on through amendments is numbered by the form', () => {
  if (term.kind !== 'node') throw new Error('a node');
  const field = term.options.get('money')?.fields.find(({ name }) => name === 'caps');
  if (field?.shape.kind !== 'list') throw new Error('a list');
  const { element } = field.shape;
  const one = withIds(blank(element) ?? '', element, []);
  const two = withIds(blank(element) ?? '', element, [one]);
  expect([one, two]).toMatchObject([{ id: 'cap-1' }, { id: 'cap-2' }]);
});
