import type { OrganisationId } from '@lianyu/domain/kernel';
import type { TemplateClause } from '@lianyu/reference-data/sharing-templates';
import { roughTerm, termShape } from '../editor/term-shape.ts';
import { withBlanks } from '../form/blanks.ts';
import type { Parties, RoughRecord } from '../form/rough.ts';

/** Which party of the draft takes which part of a template. */
export type Casting = Readonly<Record<string, string>>;

/**
 * A clause of a template as a form to begin with: what its document says is filled in, what it leaves to the parties is empty.
 * A body that is no party keeps the name of its part until somebody names it.
 */
export function roughFromTemplate(clause: TemplateClause, casting: Casting): RoughRecord {
  const draft = clause.draft((role) => role as OrganisationId);
  const parties: Parties = { keys: [...new Set(Object.values(casting))], organisationOf: (key) => key, keyOf: (role) => casting[role] };
  const filled = roughTerm(draft, parties);
  const option = termShape.options.get(String(filled['node']));
  return option ? withBlanks(option, filled) : filled;
}
