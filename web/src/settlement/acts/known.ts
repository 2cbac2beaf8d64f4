import type { settlementCommands } from '@lianyu/contract';

const known = [
  'propose-statement',
  'confirm-statement',
  'dispute-statement',
  'withdraw-statement',
  'withdraw-dispute',
  'propose-resolution',
  'propose-year-closing',
  'propose-winding-up',
  'propose-closing',
  'agree-to-matter',
  'reject-matter',
  'record-payment',
  'record-payment-hop',
  'confirm-payment-hop',
  'reject-payment-hop',
  'withdraw-payment',
] as const satisfies readonly (keyof typeof settlementCommands)[];

/** The commands on an account that this page has a form for. */
export type Known = (typeof known)[number];
export const isKnown = (command: string): command is Known => (known as readonly string[]).includes(command);
