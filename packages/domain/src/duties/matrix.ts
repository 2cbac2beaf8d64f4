import type { Role } from '../organisations/role.ts';

/** What one natural person does about one thing: in a role, or in the grant of a role. */
export type Duty = Role | 'requester' | 'approver';

/**
 * Which two duties no natural person unites (不相容职务分离), neither oneself nor through a delegate (AZ-3). In a matter the
 * pairs of roles count from the negotiation to the end of the agreement; requester and approver count per request.
 */
export const forbiddenPairs: readonly (readonly [Duty, Duty])[] = [
  ['drafter', 'legal-reviewer'], // 起草 — 合法性审查
  ['signatory', 'seal-keeper'], // 签署、用印审批 — 用印
  ['finance-officer', 'finance-reviewer'], // 报送 — 核对确认
  ['requester', 'approver'], // 申请 — 批准
];

/** The pair that would come together, the duty at hand second; none when the duty goes with all that are held. */
export function clashOf(duty: Duty, held: Iterable<Duty>): { readonly first: Duty; readonly second: Duty } | undefined {
  for (const first of held)
    if (forbiddenPairs.some(([one, other]) => (one === first && other === duty) || (other === first && one === duty))) return { first, second: duty };
  return undefined;
}
