import { randomUUID } from 'node:crypto';
import type { NewEvent } from '@lianyu/event-store';

/** What data and metadata of one event come to as stored. */
export const EVENT_BYTES = 300;

const metadata = { actor: 'xian-etdz.officer', classification: 'negotiation', recordedAt: '2026-11-24T08:00:00.000Z' };
const filler = 'x'.repeat(EVENT_BYTES - JSON.stringify(metadata).length - JSON.stringify({ amount: 1_000_000, text: '' }).length);

/** An event of exactly `EVENT_BYTES`, never the same id twice. */
export function newEvent(): NewEvent {
  return { id: randomUUID(), type: 'TextConfirmed', data: { amount: 1_000_000 + Math.floor(Math.random() * 9_000_000), text: filler }, metadata };
}

export function newEvents(count: number): NewEvent[] {
  return Array.from({ length: count }, newEvent);
}
