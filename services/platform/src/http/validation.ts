import type { RefusalData } from '@lianyu/domain/kernel';

/** An issue of zod as the validator hands it over: its code as keyword, its path with slashes. */
export interface ValidationIssue {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * The first issue as the data of INPUT_INVALID: where (`body.data.content.parties.0`), what is wrong (zod's code), and
 * what was asked for where that is a plain value. Never what was given: it may be a password.
 */
export function inputInvalid(context: string, issues: readonly ValidationIssue[]): RefusalData {
  const first = issues[0];
  if (first === undefined) return { path: context, problem: 'invalid' };
  const told = innermost({ code: first.keyword, path: first.instancePath.split('/').filter((part) => part !== ''), ...first.params });
  const unknown = told.code === 'unrecognized_keys' && Array.isArray(told.keys) ? [String(told.keys[0]).slice(0, 60)] : [];
  return { path: [context, ...told.path.map(String), ...unknown].join('.').slice(0, 300), problem: told.code, ...plain(told) };
}

interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly errors?: unknown;
  readonly keys?: unknown;
}

/** In a union the branch that was meant is the one that was followed deepest, then the one with the fewest issues. */
function innermost(issue: Issue): Issue {
  if (issue.code !== 'invalid_union' || !Array.isArray(issue.errors)) return issue;
  const branches = issue.errors.map((branch) => (Array.isArray(branch) ? branch.filter(isIssue) : [])).filter((branch) => branch.length > 0);
  const meant = branches.sort((one, other) => depth(other) - depth(one) || one.length - other.length)[0]?.[0];
  return meant === undefined ? issue : innermost({ ...meant, path: [...issue.path, ...meant.path] });
}

function depth(branch: readonly Issue[]): number {
  return branch[0]?.path.length ?? 0;
}

function isIssue(value: unknown): value is Issue {
  return (
    typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string' && 'path' in value && Array.isArray(value.path)
  );
}

const told = ['expected', 'format', 'minimum', 'maximum', 'divisor'];

function plain(issue: object): RefusalData {
  const entries = Object.entries(issue).filter(([key, value]) => told.includes(key) && ['string', 'number', 'bigint'].includes(typeof value));
  return Object.fromEntries(entries.map(([key, value]) => [key, typeof value === 'bigint' ? String(value) : value]));
}
