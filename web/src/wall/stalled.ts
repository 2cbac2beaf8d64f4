/** From how many days without a move on the wall calls a negotiation stalled: a matter of showing, no rule of law. */
export const STALLED_DAYS = 14;
