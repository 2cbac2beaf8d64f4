import { type CommandId, type Refusal, type RefusalCode, refuse } from '../kernel/index.ts';
import type { QuotaState } from './state.ts';

interface Available {
  readonly command:
    | 'allot-quota'
    | 'reclaim-quota'
    | 'reserve-quota'
    | 'release-quota'
    | 'use-quota'
    | 'return-used-quota'
    | 'send-quota'
    | 'accept-quota'
    | 'decline-quota';
  /** The reservation or transfer that it is about. */
  readonly about?: CommandId;
  readonly missing: readonly Refusal<RefusalCode>[];
}

/** What can be done with a ledger as it stands (AZ-4). */
export function availableInQuota({ pools, reservations, transfers }: QuotaState): readonly Available[] {
  const free = pools.ordinary.available + pools.listed.available;
  const missing = free > 0n ? [] : [refuse('QUOTA_NONE_AVAILABLE')];
  return [
    { command: 'allot-quota', missing: [] },
    { command: 'reclaim-quota', missing },
    { command: 'reserve-quota', missing },
    { command: 'send-quota', missing },
    ...[...reservations.values()].flatMap(({ reservation: about, reserved, used }): Available[] => [
      ...(reserved > 0n
        ? [
            { command: 'use-quota' as const, about, missing: [] },
            { command: 'release-quota' as const, about, missing: [] },
          ]
        : []),
      ...(used > 0n ? [{ command: 'return-used-quota' as const, about, missing: [] }] : []),
    ]),
    ...[...transfers.values()].flatMap(({ transfer: about, phase }): Available[] =>
      phase === 'arrived'
        ? [
            { command: 'accept-quota', about, missing: [] },
            { command: 'decline-quota', about, missing: [] },
          ]
        : [],
    ),
  ];
}
