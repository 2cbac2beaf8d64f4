import { readdirSync, readFileSync } from 'node:fs';
import { checkParseSchema, policySetTextToParts, policyToJson, preparsePolicySet, preparseSchema, validate } from '@cedar-policy/cedar-wasm/nodejs';
import type { Digest } from '@lianyu/domain/kernel';
import { sha256Hex } from '@lianyu/proofs';

/** A parsed and validated set of policies. Its digest and text are archived, its ids are recorded with each event (AZ-1). */
export interface PolicySet {
  /** The name under which the engine keeps it parsed. */
  readonly name: string;
  readonly digest: Digest;
  readonly text: string;
  readonly ids: readonly string[];
}

const folder = new URL('./policies/', import.meta.url);

/** Reads, parses and strictly validates the policies beside this file. @throws Error when one does not hold against the schema */
export function loadPolicies(): PolicySet {
  const files = readdirSync(folder).sort();
  const schema = textOf(files.filter((file) => file.endsWith('.cedarschema')));
  const text = textOf(files.filter((file) => file.endsWith('.cedar')));
  const digest = sha256Hex(new TextEncoder().encode(`${schema}\n${text}`)) as Digest;
  const staticPolicies = byId(text);
  must('schema', checkParseSchema(schema));
  const checked = validate({ schema, policies: { staticPolicies }, validationSettings: { mode: 'strict' } });
  must('policies', checked);
  if (checked.type === 'success' && checked.validationErrors.length > 0)
    throw new Error(`policies do not hold: ${JSON.stringify(checked.validationErrors)}`);
  must('schema', preparseSchema(digest, schema));
  must('policies', preparsePolicySet(digest, { staticPolicies }));
  return { name: digest, digest, text: `${schema}\n${text}`, ids: Object.keys(staticPolicies) };
}

const textOf = (files: readonly string[]) => files.map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n');

/** The policies by the id of their annotation: that id is what an event records, so it must be there and unique. */
function byId(text: string): Record<string, string> {
  const parts = policySetTextToParts(text);
  if (parts.type === 'failure') throw new Error(`policies do not parse: ${JSON.stringify(parts.errors)}`);
  const policies: Record<string, string> = {};
  for (const policy of parts.policies) {
    const json = policyToJson(policy);
    const id = json.type === 'success' ? json.json.annotations?.['id'] : undefined;
    if (id === undefined || id in policies) throw new Error(`policy without an id of its own: ${policy.slice(0, 120)}`);
    policies[id] = policy;
  }
  return policies;
}

function must(what: string, answer: { type: string; errors?: unknown }): void {
  if (answer.type === 'failure') throw new Error(`${what}: ${JSON.stringify(answer.errors)}`);
}
