import { clashOf } from '../duties/matrix.ts';
import { type MemberId, type Person, personsBehind } from '../kernel/index.ts';

/** What gives somebody power takes a second person: neither who asks nor who receives it approves (AZ-3). */
export function approvesOwn(approver: Person, concerned: readonly MemberId[]): boolean {
  return personsBehind(approver).some((person) => concerned.includes(person) && clashOf('approver', ['requester']) !== undefined);
}
