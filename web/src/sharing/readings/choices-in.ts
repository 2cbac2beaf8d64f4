import { under } from '../form/context.tsx';
import { isRelevant } from '../form/relevance.ts';
import { listIn, type Rough, type RoughRecord, recordIn, textIn } from '../form/rough.ts';
import type { RecordShape, Shape } from '../form/shape.ts';
import type { TreeWords } from '../form/words/index.ts';

/** A choice that the terms make, where it stands, and what else could have been chosen. */
export interface ChoiceIn {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Every choice between words in a term, in the order of the tree: what may be read in two ways. */
export function choicesIn(shape: RecordShape, term: RoughRecord, words: TreeWords): readonly ChoiceIn[] {
  return ofRecord(shape, term, '', [], words);
}

function ofRecord({ name, fields }: RecordShape, value: RoughRecord, path: string, labels: readonly string[], words: TreeWords): ChoiceIn[] {
  return fields
    .filter((field) => isRelevant(`${name}.${field.name}`, value))
    .flatMap((field) => ofShape(field.shape, value[field.name], under(path, field.name), [...labels, words.field(name, field.name)], words));
}

function ofShape(shape: Shape, value: Rough | undefined, path: string, labels: readonly string[], words: TreeWords): ChoiceIn[] {
  switch (shape.kind) {
    case 'choice': {
      // What is shared is not a reading of the terms, how it is reckoned is.
      if (textIn(value) === '' || shape.values.length > 8) return [];
      const options = shape.values.map((word) => ({ value: word, label: words.choice(shape.name, word) }));
      return [{ path, label: labels.join(' · '), value: textIn(value), options }];
    }
    case 'record':
      return value === undefined ? [] : ofRecord(shape, recordIn(value), path, labels, words);
    case 'node': {
      const option = shape.options.get(textIn(recordIn(value)['node']));
      return option ? ofRecord(option, recordIn(value), path, labels, words) : [];
    }
    case 'list':
      return listIn(value).flatMap((each, index) => ofShape(shape.element, each, under(path, index), [...labels, String(index + 1)], words));
    default:
      return [];
  }
}
