import type { CalendarDate, OrganisationId } from '../../kernel/index.ts';
import type { Allocation, Cap, History, MoneyTerm } from '../term/index.ts';
import { inMoney } from './base.ts';
import { earlier, inStart } from './clock.ts';
import { among, type Check, first, known, twice, wrong } from './found.ts';

export function inEligibility({ eligibility, base }: MoneyTerm, parties: readonly OrganisationId[]): Check {
  return first(
    eligibility.map((test, index) =>
      test.node === 'average-at-least' ? inHistory(test.history, base.scope, parties, `eligibility.${index}.history`) : undefined,
    ),
  );
}

/** What parties state is one enterprise's past; where each has its own, it comes from figures. */
function inHistory(history: History, scope: MoneyTerm['base']['scope'], parties: readonly OrganisationId[], path: string): Check {
  if (history.node === 'figures-before') return known(history.party, parties, `${path}.party`);
  return wrong(scope === 'each-company', path, 'needs-together');
}

/** A portion of nothing never recovers anything, and years that wait for it never begin. */
export function inRecovery({ recovery, base }: MoneyTerm, parties: readonly OrganisationId[]): Check {
  if (recovery === undefined) return undefined;
  const { claims, portion, yearsCount } = recovery;
  return first(
    (function* () {
      yield wrong(base.scope === 'each-company', 'recovery', 'needs-together');
      yield twice(
        claims.map(({ id }) => id),
        (index) => `recovery.claims.${index}.id`,
        'id-twice',
      );
      for (const [index, { creditor, outlay }] of claims.entries()) {
        yield known(creditor, parties, `recovery.claims.${index}.creditor`);
        if (outlay.node === 'figures') yield inMoney(outlay.measures, `recovery.claims.${index}.outlay.measures`, base);
      }
      yield wrong(BigInt(portion[0]) === 0n && yearsCount !== 'from-start', 'recovery.portion', 'clock-never-starts');
    })(),
  );
}

export function inCaps(term: MoneyTerm, parties: readonly OrganisationId[]): Check {
  const { caps, base } = term;
  return first(
    (function* () {
      yield twice(
        caps.map(({ id }) => id),
        (index) => `caps.${index}.id`,
        'id-twice',
      );
      for (const [index, cap] of caps.entries()) {
        const path = `caps.${index}`;
        yield known(cap.party, parties, `${path}.party`);
        yield known(cap.excessTo, parties, `${path}.excessTo`);
        yield wrong(
          caps.some(({ party }) => party === cap.excessTo),
          `${path}.excessTo`,
          'cap-excess-to-capped',
        );
        if (cap.amount.node === 'from-history') yield inHistory(cap.amount.history, base.scope, parties, `${path}.amount.history`);
        yield wrong(belowPaid(cap, term), `${path}.amount`, 'cap-below-paid');
      }
    })(),
  );
}

/** Whether a stated cap for a year or for all is lower than what the same terms have the party paid in one year anyway. */
function belowPaid({ party, amount, over }: Cap, { bands, guarantees }: MoneyTerm): boolean {
  if (amount.node !== 'stated' || over === 'period') return false;
  const paid = [
    ...guarantees.filter((each) => each.party === party).map((each) => BigInt(each.amount)),
    ...bands.map(({ allocation }) => paidPerYear(allocation, party)),
  ];
  return paid.some((each) => each > BigInt(amount.amount));
}

function paidPerYear(allocation: Allocation, party: OrganisationId): bigint {
  if (allocation.node === 'fixed-amount' && allocation.payee === party && allocation.per.node !== 'delivered-units') {
    return BigInt(allocation.amount) * (allocation.per.node === 'year' ? 1n : BigInt(allocation.per.units));
  }
  if (allocation.node === 'fixed-return' && allocation.payee === party && allocation.on.node === 'stated') {
    return (BigInt(allocation.on.amount) * BigInt(allocation.rate[0])) / BigInt(allocation.rate[1]);
  }
  return 0n;
}

export function inGuarantees({ guarantees, base, clock }: MoneyTerm, parties: readonly OrganisationId[], until: CalendarDate | undefined): Check {
  return first(
    (function* () {
      yield twice(
        guarantees.map(({ id }) => id),
        (index) => `guarantees.${index}.id`,
        'id-twice',
      );
      for (const [index, { party, fundedBy, from }] of guarantees.entries()) {
        const path = `guarantees.${index}`;
        yield wrong(base.scope === 'each-company', path, 'needs-together');
        yield known(party, parties, `${path}.party`);
        yield known(fundedBy.party, parties, `${path}.fundedBy.party`);
        yield wrong(fundedBy.party === party, `${path}.fundedBy.party`, 'payer-is-payee');
        yield inStart(from, parties, earlier(clock.until, until), `${path}.from`);
      }
    })(),
  );
}

export function inRest({ redirection, discretionary, caps }: MoneyTerm, parties: readonly OrganisationId[]): Check {
  return first(
    (function* () {
      if (redirection) {
        const { from, to } = redirection;
        yield among(
          from.map(({ party }) => party),
          parties,
          'redirection.from',
        );
        yield wrong(
          from.some(({ party }) => party === to.organisation),
          'redirection.to',
          'redirected-to-itself',
        );
      }
      for (const [index, { payee, when }] of discretionary.entries()) {
        yield known(payee, parties, `discretionary.${index}.payee`);
        if (when.node === 'cap-not-reached') {
          yield wrong(!caps.some(({ id, over }) => id === when.cap && over === 'whole'), `discretionary.${index}.when.cap`, 'id-unknown');
        }
      }
    })(),
  );
}
