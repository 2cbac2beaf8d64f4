import { type AgreementContent, agreementContent, type ContentProblem, contradictionIn } from '@lianyu/domain/agreements';
import { contentFrom, type LegalName } from './content.ts';
import type { Draft } from './model.ts';

/** What stands against tabling the draft, by field. `required` is merely not written yet. */
export interface Problem {
  /** As in the content of the proposal: `clauses.3.body.text.zh`. */
  readonly path: string;
  readonly problem: 'required' | 'invalid' | 'too-long' | ContentProblem;
}

export interface Checked {
  readonly content: AgreementContent | undefined;
  readonly problems: readonly Problem[];
}

export function check(draft: Draft, legalName: LegalName): Checked {
  const given = contentFrom(draft, legalName);
  const parsed = agreementContent.safeParse(given);
  if (parsed.success) {
    const found = contradictionIn(parsed.data);
    return found ? { content: undefined, problems: [found] } : { content: parsed.data, problems: [] };
  }
  const byPath = new Map<string, Problem>();
  for (const { path, code } of parsed.error.issues) {
    const field = fieldOf(path);
    const problem = code === 'too_big' ? 'too-long' : isEmpty(valueAt(given, path)) ? 'required' : 'invalid';
    if (!byPath.has(field)) byPath.set(field, { path: field, problem });
  }
  return { content: undefined, problems: [...byPath.values()] };
}

/** Where the person can mend it: the name of a party that is not chosen is the choice, and one half of a ratio is the ratio. */
function fieldOf(path: readonly PropertyKey[]): string {
  const text = path.map(String).join('.');
  return text.replace(/^(parties\.\d+)\.name.*$/, '$1.organisation').replace(/(\.shares\.\d+)\..*$/, '$1');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((each, key) => (typeof each === 'object' && each !== null ? Reflect.get(each, key) : undefined), value);
}

const isEmpty = (value: unknown) => value === undefined || (typeof value === 'string' && value.trim() === '');
