import { partyName, partyNameEn } from '../../agreements/numerals.ts';
import type { OrganisationId } from '../../kernel/index.ts';

/**
 * Text that can be read back. A `Syntax` prints a value and finds it again in what it has printed, in both languages, so that
 * nothing of a tree can be missing from its text: what is read back is compared with the tree (SH-7). Reading goes through
 * every possibility in turn; the first that reaches the end is the one.
 */
export interface Syntax<Value> {
  readonly print: (value: Value, as: Voice) => string;
  /** Values that may begin here, each with where it ends. */
  readonly read: (text: string, at: number, as: Voice) => Iterable<Found>;
}

/** A value that was read and where it ends. */
export type Found = readonly [value: unknown, end: number];

/** In which language, and who is 甲方, who 乙方. */
export interface Voice {
  readonly language: 'zh' | 'en';
  readonly parties: readonly OrganisationId[];
}

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A template with `{slots}` for the fields of an object; `fixed` are fields that the words themselves say. */
export function say<Value extends object>(
  words: Words,
  slots: { readonly [Key in keyof Value]?: Syntax<Exclude<Value[Key], undefined>> },
  fixed: Partial<Value> = {},
): Syntax<Value> {
  const parts = { zh: partsOf(words.zh), en: partsOf(words.en) };
  const slot = (key: string): Syntax<unknown> => {
    const found = (slots as Readonly<Record<string, Syntax<unknown>>>)[key];
    if (found === undefined) throw new TypeError(`no slot ${key} in ${words.en}`);
    return found;
  };
  return {
    print: (value, as) =>
      parts[as.language].map((part) => (part.slot ? slot(part.text).print((value as Record<string, unknown>)[part.text], as) : part.text)).join(''),
    *read(text, at, as) {
      yield* readParts(parts[as.language], 0, { ...fixed }, text, at, as, slot);
    },
  };
}

interface Part {
  readonly slot: boolean;
  readonly text: string;
}

function* readParts(
  parts: readonly Part[],
  index: number,
  so: Readonly<Record<string, unknown>>,
  text: string,
  at: number,
  as: Voice,
  slot: (key: string) => Syntax<unknown>,
): Iterable<Found> {
  const part = parts[index];
  if (part === undefined) yield [so, at];
  else if (!part.slot) {
    if (text.startsWith(part.text, at)) yield* readParts(parts, index + 1, so, text, at + part.text.length, as, slot);
  } else {
    for (const [value, end] of slot(part.text).read(text, at, as)) {
      yield* readParts(parts, index + 1, value === undefined ? so : { ...so, [part.text]: value }, text, end, as, slot);
    }
  }
}

function partsOf(template: string): readonly Part[] {
  return template
    .split(/(\{\w+\})/)
    .filter((text) => text !== '')
    .map((text) => (text.startsWith('{') ? { slot: true, text: text.slice(1, -1) } : { slot: false, text }));
}

/** One of several kinds of node. */
export function oneOf<Value extends { readonly node: string }>(
  kinds: { readonly [Node in Value['node']]: Syntax<Extract<Value, { node: Node }>> },
): Syntax<Value> {
  const all = kinds as unknown as Readonly<Record<string, Syntax<Value>>>;
  return {
    print: (value, as) => all[value.node]?.print(value, as) ?? '',
    *read(text, at, as) {
      for (const [node, syntax] of Object.entries(all))
        for (const [value, end] of syntax.read(text, at, as)) yield [{ node, ...(value as object) }, end];
    },
  };
}

/** A word of a closed list. */
export function word<Value extends string>(words: Readonly<Record<Value, Words>>): Syntax<Value> {
  const entries = Object.entries(words) as [Value, Words][];
  return {
    print: (value, { language }) => words[value][language],
    *read(text, at, { language }) {
      for (const [value, { [language]: said }] of entries) if (text.startsWith(said, at)) yield [value, at + said.length];
    },
  };
}

/** Several, with something between them; never none. */
export function list<Value>(item: Syntax<Value>, between: Words): Syntax<readonly Value[]> {
  return {
    print: (values, as) => values.map((value) => item.print(value, as)).join(between[as.language]),
    *read(text, at, as) {
      for (const [first, end] of item.read(text, at, as)) yield* more([first], end);
      function* more(values: readonly unknown[], from: number): Iterable<Found> {
        if (text.startsWith(between[as.language], from)) {
          for (const [next, end] of item.read(text, from + between[as.language].length, as)) yield* more([...values, next], end);
        }
        yield [values, from];
      }
    },
  };
}

/** Paragraphs, one for each; none where there is nothing. */
export function paragraphs<Value>(item: Syntax<Value>): Syntax<readonly Value[]> {
  return {
    print: (values, as) => values.map((value) => `${item.print(value, as)}\n`).join(''),
    *read(text, at, as) {
      yield* more([], at);
      function* more(values: readonly unknown[], from: number): Iterable<Found> {
        for (const [next, end] of item.read(text, from, as)) if (text[end] === '\n') yield* more([...values, next], end + 1);
        yield [values, from];
      }
    },
  };
}

/** Says nothing where there is nothing. */
export function maybe<Value>(syntax: Syntax<Value>): Syntax<Value | undefined> {
  return {
    print: (value, as) => (value === undefined ? '' : syntax.print(value, as)),
    *read(text, at, as) {
      yield* syntax.read(text, at, as);
      yield [undefined, at];
    },
  };
}

/** Something before and after. */
export function within<Value>(words: Words, syntax: Syntax<Value>): Syntax<Value> {
  const inner = say<{ value: Value }>(words, { value: syntax as Syntax<Exclude<Value, undefined>> });
  return via(
    inner,
    (value) => ({ value }),
    ({ value }) => value,
  );
}

/** Another form of the same value. */
export function via<Value, Other>(syntax: Syntax<Other>, to: (value: Value) => Other, from: (other: Other) => Value): Syntax<Value> {
  return {
    print: (value, as) => syntax.print(to(value), as),
    *read(text, at, as) {
      for (const [other, end] of syntax.read(text, at, as)) yield [from(other as Other), end];
    },
  };
}

/** What a pattern matches. `print` and `value` are each other's reverse. */
export function pattern<Value>(
  expression: Readonly<Record<'zh' | 'en', RegExp>>,
  print: (value: Value, as: Voice) => string,
  value: (match: RegExpExecArray, as: Voice) => Value | undefined,
): Syntax<Value> {
  const sticky = { zh: new RegExp(expression.zh, 'y'), en: new RegExp(expression.en, 'y') };
  return {
    print,
    *read(text, at, as) {
      const matcher = sticky[as.language];
      matcher.lastIndex = at;
      const match = matcher.exec(text);
      const found = match === null ? undefined : value(match, as);
      if (match !== null && found !== undefined) yield [found, at + match[0].length];
    },
  };
}

/** 甲方, Party A. */
export const party: Syntax<OrganisationId> = {
  print: (value, { language, parties }) => (language === 'zh' ? partyName : partyNameEn)(parties.indexOf(value)),
  *read(text, at, { language, parties }) {
    for (const [index, value] of parties.entries()) {
      const name = (language === 'zh' ? partyName : partyNameEn)(index);
      if (text.startsWith(name, at)) yield [value, at + name.length];
    }
  },
};

/** The whole text as a value, or nothing where it cannot be read. */
export function readAll(syntax: Syntax<never>, text: string, as: Voice): unknown {
  for (const [value, end] of syntax.read(text, 0, as)) if (end === text.length) return value;
  return undefined;
}
