import { randomBytes, randomUUID } from 'node:crypto';
import type { EventStore, NewEvent, StoredEvent } from '@lianyu/event-store';

/** Words that the titles of copies are made of, so that a search finds some of them and not all. */
const places = ['巴彦淖尔', '呼和浩特', '呼伦贝尔', '重庆', '郑州', '大庆', '哈尔滨', '石嘴山', '青川', '宁德'];
const kinds = ['飞地产业园', '共建园区', '托管园区', '产业转移', '孵化基地'];

/**
 * Appends copies of a recorded agreement, each with ids, number and title of its own: what a fold and a query meet is what
 * the platform itself recorded. `title` is how the original is called.
 */
export async function appendCopies(store: EventStore, original: readonly StoredEvent[], id: string, title: string, copies: number): Promise<void> {
  const streams = Map.groupBy(original, ({ stream }) => stream);
  const commands = new Set(original.map(({ metadata }) => String((metadata as { commandId: string }).commandId)));
  const ATONCE = 50;
  for (let from = 0; from < copies; from += ATONCE) {
    const batch = Array.from({ length: Math.min(ATONCE, copies - from) }, (_, at) => copyOf(from + at));
    await Promise.all(batch.flatMap((appends) => appends.map(({ stream, events }) => store.append(stream, 'no-stream', events))));
  }

  function copyOf(at: number): { stream: string; events: NewEvent[] }[] {
    const fresh = new Map([[id, randomUUID()], ...[...commands].map((command) => [command, randomUUID()] as const)]);
    const name = `${places[at % places.length]}${kinds[Math.floor(at / places.length) % kinds.length]}合作协议（第${at + 1}号）`;
    const number = `LY-2026-${base32(at)}`;
    const rewrite = (text: string) =>
      text
        .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (uuid) => fresh.get(uuid) ?? uuid)
        .replace(/LY-\d{4}-[0-9A-HJKMNP-TV-Z]{6}/g, number)
        .replaceAll(title, name);
    const copied = <Value>(value: Value): Value => JSON.parse(rewrite(JSON.stringify(value))) as Value;
    return [...streams].map(([stream, events]) => ({
      stream: rewrite(stream),
      events: events.map(({ type, data, metadata }) => ({
        id: randomUUID(),
        type,
        data: copied(data),
        metadata: { ...(copied(metadata) as object), salt: randomBytes(16).toString('hex') },
      })),
    }));
  }
}

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
function base32(value: number): string {
  let text = '';
  for (let rest = value, at = 0; at < 6; at += 1, rest = Math.floor(rest / 32)) text = `${DIGITS[rest % 32]}${text}`;
  return text;
}
