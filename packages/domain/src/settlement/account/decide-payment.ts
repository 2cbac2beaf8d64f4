import { type CalendarDate, type Decision, type Person, type Refusal, type RefusalCode, refuse } from '../../kernel/index.ts';
import type { Route } from '../../sharing/index.ts';
import type { Of, OpenAccount } from './decide.ts';
import type { AccountEvent, Voucher } from './events.ts';
import { openOf, pairsOf } from './pairs.ts';
import { type AccountState, nextHop, type Payment } from './state.ts';

/** The payer's word that the money has left, along the route of the terms; never more than is owed and not on its way. */
export function recordPayment({ actor, to, amount, voucher, today, rules }: Of<'record-payment'>, state: OpenAccount): Decision<AccountEvent> {
  const from = actor.organisation;
  const pair = pairsOf(state).find((each) => each.from === from && each.to === to);
  const open = pair ? openOf(pair) - pair.inTransit : 0n;
  if (BigInt(amount) > open) return refuse('PAYMENT_EXCEEDS_DUE', { open: open.toString() });
  const via = viaOf(rules.routes, from, to);
  if (!via) return refuse('ROUTE_MISSING', { from, to });
  const refusal = notYet(voucher, today);
  if (refusal) return refusal;
  const payment = state.payments.length + 1;
  return [{ type: 'PaymentRecorded', data: { ...state.id, party: from, payment, from, to, amount, via, voucher } }];
}

/** What flows back takes the same way in reverse. */
function viaOf(routes: readonly Route[], from: string, to: string) {
  const stations = (route: Route) => route.via.map(({ organisation, name }) => ({ organisation, name: { zh: name.zh, en: name.en } }));
  const there = routes.find((route) => route.from === from && route.to === to);
  if (there) return stations(there);
  const back = routes.find((route) => route.from === to && route.to === from);
  return back && stations(back).reverse();
}

export function recordHop({ actor, payment, hop, voucher, today }: Of<'record-payment-hop'>, state: OpenAccount): Decision<AccountEvent> {
  const found = under(payment, hop, 'record', state);
  if ('refused' in found) return found;
  const refusal = notYet(voucher, today);
  return refusal ?? [{ type: 'PaymentHopRecorded', data: { ...state.id, party: actor.organisation, payment, hop, voucher } }];
}

/** Another party than recorded it; of the last hop the payee, so that nobody is paid without knowing. */
export function confirmHop({ actor, payment, hop }: Of<'confirm-payment-hop'>, state: OpenAccount): Decision<AccountEvent> {
  const found = under(payment, hop, 'confirm', state);
  if ('refused' in found) return found;
  const refusal = mayNotConfirm(actor, found, hop, state);
  if (refusal) return refusal;
  const data = { ...state.id, payment };
  const confirmed: AccountEvent = { type: 'PaymentHopConfirmed', data: { ...data, party: actor.organisation, hop } };
  if (hop < found.via.length) return [confirmed];
  const receivedOn = found.hops[hop]?.voucher.on as CalendarDate;
  return [confirmed, { type: 'PaymentReceived', data: { ...data, receivedOn } }];
}

export function rejectHop({ actor, payment, hop, reason }: Of<'reject-payment-hop'>, state: OpenAccount): Decision<AccountEvent> {
  const found = under(payment, hop, 'confirm', state);
  if ('refused' in found) return found;
  const refusal = mayNotConfirm(actor, found, hop, state);
  return refusal ?? [{ type: 'PaymentHopRejected', data: { ...state.id, party: actor.organisation, payment, hop, reason } }];
}

export function withdrawPayment({ actor, payment, reason }: Of<'withdraw-payment'>, state: OpenAccount): Decision<AccountEvent> {
  const found = onItsWay(payment, state);
  if ('refused' in found) return found;
  if (found.from !== actor.organisation) return refuse('PAYMENT_NOT_OWN', { payment });
  return [{ type: 'PaymentWithdrawn', data: { ...state.id, party: actor.organisation, payment, reason } }];
}

function mayNotConfirm({ organisation, member }: Person, found: Payment, hop: number, state: OpenAccount): Refusal<RefusalCode> | undefined {
  if (!confirmersOf(found, hop, state).includes(organisation)) return refuse('PAYMENT_OWN', { payment: found.number, hop });
  return found.hops[hop]?.recorded.member === member
    ? refuse('DUTIES_NOT_SEPARATE', { first: 'finance-officer', second: 'finance-reviewer' })
    : undefined;
}

/** Who may confirm a hop that is recorded. */
export function confirmersOf({ from, to, via, hops }: Payment, hop: number, { parties }: Pick<AccountState, 'parties'>) {
  const recorder = hops[hop]?.recorded.party;
  const others = parties.filter((party) => party !== recorder);
  if (hop < via.length || !parties.includes(to)) return others;
  return recorder === to ? [from] : [to];
}

function under(payment: number, hop: number, step: 'record' | 'confirm', state: OpenAccount): Payment | Refusal<RefusalCode> {
  const found = onItsWay(payment, state);
  if ('refused' in found) return found;
  const next = nextHop(found);
  return next?.hop === hop && next.step === step
    ? found
    : refuse('HOP_OUT_OF_ORDER', { payment, hop, next: next?.hop ?? null, step: next?.step ?? null });
}

function onItsWay(payment: number, state: OpenAccount): Payment | Refusal<RefusalCode> {
  const found = state.payments[payment - 1];
  if (!found) return refuse('PAYMENT_UNKNOWN', { payment });
  return found.state === 'on-its-way' ? found : refuse('PAYMENT_NOT_ON_ITS_WAY', { payment, state: found.state });
}

function notYet({ on }: Voucher, today: CalendarDate): Refusal<RefusalCode> | undefined {
  return on > today ? refuse('VOUCHER_NOT_YET', { on, today }) : undefined;
}
