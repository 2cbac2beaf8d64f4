import fc from 'fast-check';
import { expect, test } from 'vitest';
import { given, memberOf, org, recordedBy } from '../kernel/given.fixtures.ts';
import { type MemberId, type Person, personsBehind, type Recorded } from '../kernel/index.ts';
import { type Role, role } from '../organisations/index.ts';
import { clashOf, type DutyEvent, dutiesDecider, forbiddenPairs } from './index.ts';

const [wang, li] = [memberOf('wang'), memberOf('li')];
const act = (member: MemberId, duty: Role | undefined, organisation = 'xian') =>
  ({ type: 'assume-duty', matter: 'n', member, organisation: org(organisation), duty }) as const;

const system = { kind: 'process', process: 'test' } as const;
/** What is recorded of one person. */
function assumed(...duties: readonly (Role | undefined)[]): Recorded<DutyEvent>[] {
  return duties.map((duty, revision) =>
    recordedBy(
      { type: 'DutyAssumed', data: { matter: 'n', member: wang, organisation: org('xian'), ...(duty === undefined ? {} : { duty }) } },
      system,
      revision,
    ),
  );
}

const pairsOfRoles = forbiddenPairs.filter((pair): pair is readonly [Role, Role] => pair.every((duty) => role.safeParse(duty).success));

test.each(pairsOfRoles)('AZ-3.2 no person is %s and %s in one matter, in either order', (one, other) => {
  for (const [first, second] of [
    [one, other],
    [other, one],
  ] as const) {
    given(dutiesDecider, assumed(first)).when(act(wang, second)).refuses('DUTIES_NOT_SEPARATE', { first, second });
  }
});

test('AZ-3.2 what goes together is assumed once, and what is known is no event', () => {
  const data = { matter: 'n', member: wang, organisation: 'xian', duty: 'signatory' };
  given(dutiesDecider, [])
    .when(act(wang, 'signatory'))
    .then([{ type: 'DutyAssumed', data }]);
  given(dutiesDecider, assumed('legal-reviewer')).when(act(wang, 'signatory')).yields('DutyAssumed');
  given(dutiesDecider, assumed('signatory')).when(act(wang, 'signatory')).then([]);
  given(dutiesDecider, assumed('signatory')).when(act(wang, undefined)).then([]);
});

test('AZ-3.2 one person acts for one party, also where only the side counts', () => {
  given(dutiesDecider, assumed('drafter'))
    .when(act(wang, 'drafter', 'bayannur'))
    .refuses('ACTS_FOR_ANOTHER_PARTY', { party: 'xian' });
  given(dutiesDecider, assumed(undefined))
    .when(act(wang, 'signatory', 'bayannur'))
    .refuses('ACTS_FOR_ANOTHER_PARTY', { party: 'xian' });
  given(dutiesDecider, assumed('drafter'))
    .when(act(wang, undefined, 'bayannur'))
    .refuses('ACTS_FOR_ANOTHER_PARTY', { party: 'xian' });
});

test('AZ-3.2 principal and delegate are both behind an act', () => {
  const actor: Person = { kind: 'person', member: wang, organisation: org('xian'), capacity: 'signatory', onBehalfOf: li };
  expect(personsBehind(actor)).toEqual([wang, li]);
  expect(personsBehind({ member: wang })).toEqual([wang]);
});

test('AZ-3.2 whatever is tried in whatever order, by oneself and for others, no forbidden pair ever comes together', () => {
  const people = [wang, li, memberOf('zhao')];
  const tried = fc.record({
    member: fc.constantFrom(...people),
    principal: fc.option(fc.constantFrom(...people), { nil: undefined }),
    duty: fc.constantFrom(...role.options),
    organisation: fc.constantFrom('xian', 'bayannur'),
  });
  fc.assert(
    fc.property(fc.array(tried, { maxLength: 40 }), (attempts) => {
      const books = new Map(people.map((each) => [each, dutiesDecider.initial]));
      for (const { member, principal, duty, organisation } of attempts) {
        const behind = personsBehind({ member, ...(principal === undefined || principal === member ? {} : { onBehalfOf: principal }) });
        const decisions = behind.map((each) => dutiesDecider.decide(act(each, duty, organisation), books.get(each) ?? dutiesDecider.initial));
        if (decisions.some((decision) => 'refused' in decision)) continue;
        for (const [index, each] of behind.entries())
          for (const event of decisions[index] as readonly DutyEvent[])
            books.set(each, dutiesDecider.evolve(books.get(each) ?? dutiesDecider.initial, recordedBy(event, system)));
      }
      for (const { held } of books.values()) for (const duty of held) expect(clashOf(duty, held)).toBeUndefined();
    }),
  );
});
