import { isQuotaEvent, isQuotaIntakeEvent } from '@lianyu/domain/events';
import { type OrganisationId, streamOf } from '@lianyu/domain/kernel';
import type { Role } from '@lianyu/domain/organisations';
import {
  type LedgerId,
  ledgerKey,
  type QuotaCommand,
  type QuotaEvent,
  type QuotaState,
  quotaDecider,
  quotaIntakeDecider,
} from '@lianyu/domain/resources';
import { importedQuotas } from '../exchange/imported-quotas.ts';
import type { Definitions, Failure, Giver } from './definition.ts';
import { type Occasion, type Plan, plan } from './plan.ts';
import { noZone, outsideRegion } from './zones.ts';

type Names =
  | 'allot-quota'
  | 'reclaim-quota'
  | 'reserve-quota'
  | 'release-quota'
  | 'use-quota'
  | 'return-used-quota'
  | 'send-quota'
  | 'accept-quota'
  | 'decline-quota'
  | 'import-quotas';

const recorder = (roles: readonly Role[]): Role => (roles.includes('drafter') ? 'drafter' : 'coordinator');
const drafter = () => 'drafter' as const;
const signatory = () => 'signatory' as const;
const idOf = ({ zone, year, resource }: LedgerId): LedgerId => ({ zone, year, resource });

/** Commands on `quota-<zone>.<year>.<resource>`, and the one on `intake-<command>`. */
export const quotaCommands: Pick<Definitions, Names> = {
  'allot-quota': {
    capacity: recorder,
    before: async ({ zone }, giver) => outsideRegion(zone, giver),
    plan: ({ zone, year, resource, ...allotment }) =>
      onQuota({ zone, year, resource }, ({ today }) => ({ type: 'allot-quota', ledger: { zone, year, resource }, allotments: [allotment], today })),
  },
  'reclaim-quota': {
    capacity: recorder,
    before: async ({ zone }, giver) => outsideRegion(zone, giver),
    plan: ({ zone, year, resource, ...rest }) =>
      onQuota({ zone, year, resource }, ({ today }) => ({ type: 'reclaim-quota', ledger: { zone, year, resource }, ...rest, today })),
  },
  'reserve-quota': {
    capacity: drafter,
    before: async ({ zone, agreement }, giver) => notUnder(agreement, [zone], giver),
    plan: ({ zone, year, resource, ...rest }) =>
      onQuota({ zone, year, resource }, ({ today, commandId: reservation }) => ({
        type: 'reserve-quota',
        ledger: { zone, year, resource },
        ...rest,
        reservation,
        today,
      })),
  },
  'release-quota': {
    capacity: drafter,
    plan: (data) =>
      onQuota(idOf(data), () => ({
        type: 'release-quota',
        ledger: idOf(data),
        amount: data.amount,
        reservation: data.reservation,
        reason: data.reason,
      })),
  },
  'use-quota': {
    capacity: drafter,
    plan: ({ zone, year, resource, ...rest }) =>
      onQuota({ zone, year, resource }, ({ today }) => ({ type: 'use-quota', ledger: { zone, year, resource }, ...rest, today })),
  },
  'return-used-quota': {
    capacity: drafter,
    plan: ({ zone, year, resource, ...rest }) =>
      onQuota({ zone, year, resource }, ({ today }) => ({ type: 'return-used-quota', ledger: { zone, year, resource }, ...rest, today })),
  },
  'send-quota': {
    capacity: signatory,
    before: async ({ zone, to, agreement }, giver) => (await noZone(to, giver)) ?? notUnder(agreement, [zone, to], giver),
    plan: ({ zone, year, resource, ...rest }) =>
      onQuota({ zone, year, resource }, ({ today, commandId: transfer }) => ({
        type: 'send-quota',
        ledger: { zone, year, resource },
        ...rest,
        transfer,
        today,
      })),
  },
  'accept-quota': {
    capacity: signatory,
    plan: (data) => onQuota(idOf(data), ({ today }) => ({ type: 'accept-quota', ledger: idOf(data), transfer: data.transfer, today })),
  },
  'decline-quota': {
    capacity: signatory,
    plan: (data) => onQuota(idOf(data), () => ({ type: 'decline-quota', ledger: idOf(data), transfer: data.transfer, reason: data.reason })),
  },
  'import-quotas': {
    capacity: recorder,
    async before(file, giver) {
      const read = await importedQuotas(file, giver);
      if ('code' in read) return read;
      giver.kept.quotas = read;
      return undefined;
    },
    plan({ document: file }, { commandId: intake, person: { organisation }, kept }) {
      return plan({
        stream: streamOf.intake(intake),
        classification: 'coordination',
        subject: intake,
        decider: quotaIntakeDecider,
        isOf: isQuotaIntakeEvent,
        // Of each row the import asks whose ledger it is.
        resource: () => ({ type: 'Ledger', id: intake, zone: organisation }),
        command: ({ today }) => ({ type: 'import-quotas', intake, by: organisation, file, rows: [...(kept.quotas ?? [])], today }),
      });
    },
  },
};

/** A command on a ledger, whoever gives it. */
export function onQuota(ledger: LedgerId, command: (occasion: Occasion) => QuotaCommand): Plan {
  const key = ledgerKey(ledger);
  return plan<QuotaCommand, QuotaState, QuotaEvent>({
    stream: streamOf.quota(key),
    classification: 'coordination',
    subject: key,
    decider: quotaDecider,
    isOf: isQuotaEvent,
    resource: () => ({ type: 'Ledger', id: key, zone: ledger.zone }),
    command,
  });
}

/** An agreement that is named has all of these among its parties; to who is none of them it does not exist. */
async function notUnder(
  id: Parameters<Giver['agreement']>[0] | undefined,
  among: readonly OrganisationId[],
  giver: Giver,
): Promise<Failure | undefined> {
  if (id === undefined) return undefined;
  const { parties } = await giver.agreement(id);
  return among.every((one) => parties.includes(one)) ? undefined : { code: 'AGREEMENT_UNKNOWN', data: { agreement: id } };
}
