import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { SharingInput, Statement } from '../../index.ts';
import { engine } from './index.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** With the keys of every object in one order, as they are for the digests of statements. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, each) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );

interface Vector {
  readonly reference: number;
  readonly input: Omit<SharingInput, 'reference'>;
  readonly digest: string;
  /** Of what has few periods: bookings read each other. */
  readonly booked?: string;
}

/** Of the worked examples, the cases and the templates: what goes in, and the digests of all that comes out, derivations included. */
function vectors(): readonly (Omit<Vector, 'input' | 'reference'> & { readonly input: SharingInput })[] {
  const [first = '', ...lines] = readFileSync(new URL('vectors.jsonl', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const { references } = JSON.parse(first) as { references: SharingInput['reference'][] };
  return lines.map((line) => {
    const { reference, input, ...digests } = JSON.parse(line) as Vector;
    return { input: { ...input, reference: references[reference] as SharingInput['reference'] }, ...digests };
  });
}

/** Every period booked after the other, the first half of them while only every second figure was known. */
function booked(input: SharingInput): readonly Statement[] {
  const early = engine.evaluate({ ...input, figures: input.figures.filter((_, at) => at % 2 === 0) });
  const all = engine.evaluate(input);
  const periods = [...new Set(all.statements.map(({ period }) => period.from))];
  const clause = input.versions[0]?.clause ?? '';
  const before: Statement[] = [];
  for (const [at, period] of periods.entries())
    before.push(...engine.book({ clause, period, now: at < periods.length / 2 ? early : all, before: [...before] }));
  return before;
}

test('SH-3 what the engine makes of its vectors is what it made when it was frozen, to the last step', () => {
  const known = vectors();
  expect(known.length).toBeGreaterThan(100);
  const changed = known.flatMap(({ input, digest }, at) => (sha256(canonical(engine.evaluate(input))) === digest ? [] : [at]));
  expect(changed).toEqual([]);
});

test('SH-3 what it books of them is what it booked, differences of earlier periods included', () => {
  const known = vectors().filter(({ booked: digest }) => digest !== undefined);
  const bookings = known.map(({ input }) => booked(input));
  expect(known.flatMap(({ booked: digest }, at) => (sha256(canonical(bookings[at])) === digest ? [] : [at]))).toEqual([]);
  expect(bookings.filter((statements) => statements.some(({ lines }) => lines.some(({ kind }) => kind === 'difference'))).length).toBeGreaterThan(20);
});

test('SH-3 a vector of which anything is changed comes out otherwise', () => {
  const [{ input, digest } = { input: undefined, digest: '' }] = vectors();
  if (input === undefined) throw new Error('there are no vectors');
  const figures = input.figures.map((figure, at) => (at === 0 ? { ...figure, amount: String(BigInt(figure.amount) + 1n) } : figure));
  expect(sha256(canonical(engine.evaluate({ ...input, figures })))).not.toBe(digest);
});

// What must change is a new folder beside this one, v2; statements that were made by this engine are verified by it for good.
const FROZEN = '83337e59df6d61c42d7a591da634f74de7c79a5c09c643b426cd2429f1cead6b';

const files = (readdirSync(here, { recursive: true }) as string[]).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).sort();
const textOf = (name: string) => readFileSync(here + name, 'utf8');

test('SH-3 the code of the frozen engine is what it was', () => {
  expect(sha256(files.map((name) => `${name} ${sha256(textOf(name))}\n`).join(''))).toBe(FROZEN);
});

test('SH-3 no code outside the folder takes part: from there it has types alone', () => {
  const outside = files.flatMap((name) => {
    const home = relative('.', name).split('/').length - 1;
    return [...textOf(name).matchAll(/^import (type )?[^;]*? from '([^']+)';$/gms)].flatMap(([, type, from = '']) =>
      type === undefined && (!from.startsWith('.') || from.split('../').length - 1 > home) ? [`${name}: ${from}`] : [],
    );
  });
  expect(outside).toEqual([]);
});
