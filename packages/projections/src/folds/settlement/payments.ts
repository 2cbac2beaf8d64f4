import { beijingDate } from '@lianyu/domain/kernel';
import { confirmersOf, nextHop, type Payment } from '@lianyu/domain/settlement';
import { fileReferences } from '../figures/files.ts';
import type { Document } from '../projection.ts';
import { accountKey, actFor, forEach, namedOf, type OpenedState, padded, type Reader, readersOf, topicOf } from './readers.ts';
import type { PaymentDocument } from './schemas.ts';

/** Transfers on their way, hop by hop, and the vouchers for those who may open them: auditors too, since they tell of no enterprise. */
export function paymentDocuments(state: OpenedState): readonly Document[] {
  const readers = readersOf(state);
  return state.payments.flatMap((payment) => {
    const key = `${accountKey(state)}/${padded(payment.number, 6)}`;
    const about = { kind: 'payment', key, topic: topicOf(state), sort: `${payment.at}/${padded(payment.number, 6)}` };
    const audiences = readers.map(({ audience }) => audience);
    return [
      ...forEach(readers, about, (reader) => paymentFor(reader, payment, state)),
      ...payment.hops.flatMap(({ voucher, recorded }, hop) =>
        fileReferences([voucher.document], `payment/${key}/${hop}`, audiences, { owner: recorded.party, on: beijingDate(recorded.at) }),
      ),
    ];
  });
}

function paymentFor(reader: Reader, payment: Payment, state: OpenedState): PaymentDocument {
  const { number, from, to, amount, via, hops, receivedOn, withdrawn } = payment;
  const stations = [...via.map(({ organisation, name }) => ({ organisation, name })), { organisation: to }];
  return {
    ...namedOf(state),
    payment: number,
    from,
    to,
    amount,
    state: payment.state,
    at: payment.at,
    hops: stations.map((station, index) => {
      const hop = hops[index];
      return {
        to: station,
        ...(hop === undefined ? {} : { voucher: hop.voucher, recorded: actFor(reader, hop.recorded) }),
        ...(hop?.confirmed === undefined ? {} : { confirmed: actFor(reader, hop.confirmed) }),
        ...(hop?.rejected === undefined ? {} : { rejected: { ...actFor(reader, hop.rejected), reason: hop.rejected.reason } }),
      };
    }),
    awaits: awaitedFor(payment, state),
    ...(receivedOn === undefined ? {} : { receivedOn }),
    ...(withdrawn === undefined ? {} : { withdrawn: { ...actFor(reader, withdrawn), reason: withdrawn.reason } }),
  };
}

function awaitedFor(payment: Payment, state: OpenedState): PaymentDocument['awaits'] {
  const next = payment.state === 'on-its-way' ? nextHop(payment) : undefined;
  if (!next) return [];
  return next.step === 'confirm' ? [...confirmersOf(payment, next.hop, state)] : [...state.parties];
}
