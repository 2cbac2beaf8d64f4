import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { evaluate, type SharingInput, type Step } from '../index.ts';
import { stepInWords } from './step-words.ts';

/** Every kind of step that the worked examples, the cases and the templates lead to. */
function steps(): readonly Step[] {
  const [first = '', ...lines] = readFileSync(new URL('../engine/v1/vectors.jsonl', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const { references } = JSON.parse(first) as { references: SharingInput['reference'][] };
  const kinds = new Map<string, Step>();
  for (const line of lines) {
    const { reference, input } = JSON.parse(line) as { reference: number; input: SharingInput };
    for (const { derivation } of evaluate({ ...input, reference: references[reference] as SharingInput['reference'] }).statements)
      for (const step of derivation.flatMap((part) => part.steps))
        kinds.set(`${step.rule} ${step.why ?? ''} ${Object.keys(step.values ?? {}).sort()}`, step);
  }
  return [...kinds.values()];
}

test('SH-7 SH-15 every step that an engine makes has words in both languages, without codes or gaps in them', () => {
  const all = steps();
  expect(all.length).toBeGreaterThan(50);
  for (const step of all) {
    const voice = { nameOf: () => '甲区', amountOf: (whole: string) => whole };
    const [zh, en] = [stepInWords(step, { ...voice, language: 'zh' }), stepInWords(step, { ...voice, language: 'en', nameOf: () => 'A' })];
    for (const words of [zh.rule, ...zh.values, ...(zh.why === undefined ? [] : [zh.why])]) expect(words).toMatch(/^(?!.*[{}]).*[一-龥]/);
    for (const words of [en.rule, ...en.values, ...(en.why === undefined ? [] : [en.why])]) expect(words).toMatch(/^[ -~]+$/);
    expect(en.rule).not.toMatch(/[{}]/);
    // These stand in the words of the rule; all others are said beside it.
    const beside = Object.keys(step.values ?? {}).filter((name) => !['ratio', 'year', 'first', 'reason'].includes(name));
    expect(zh.values.map((value) => value.length > 0)).toEqual(beside.map(() => true));
  }
});
