import type { QuotaCommand } from './commands.ts';
import type { QuotaEvent } from './events.ts';

/** What follows in the partner's ledger of the same year and resource: a transfer arrives there, its answer comes back (EV-7). */
export function toPartner({ type, data }: QuotaEvent): QuotaCommand | undefined {
  const { year, resource } = data;
  switch (type) {
    case 'QuotaTransferDispatched': {
      const { zone: from, to: zone, amount, transfer, pool, agreement, returns, words } = data;
      // What is not there has no place in the command's digest.
      const given = { ...(agreement === undefined ? {} : { agreement }), ...(returns === undefined ? {} : { returns }) };
      return { type: 'receive-transfer', ledger: { zone, year, resource }, amount, transfer, pool, from, words, ...given };
    }
    case 'QuotaTransferAccepted':
      return { type: 'complete-transfer', ledger: { zone: data.from, year, resource }, transfer: data.transfer };
    case 'QuotaTransferDeclined':
      return { type: 'take-back-transfer', ledger: { zone: data.from, year, resource }, transfer: data.transfer, reason: data.reason };
    default:
      return undefined;
  }
}
