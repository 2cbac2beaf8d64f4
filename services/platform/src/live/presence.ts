import { liveLimits, type Presence } from '@lianyu/contract/live';
import type { ReadStore } from '@lianyu/projections';
import { negotiationPage } from '@lianyu/projections/folds';
import { z } from 'zod';
import type { Connection } from './connection.ts';

const howItEnded = z.object({ ended: negotiationPage.shape.ended });

/** How long somebody who went away is still shown as there: a reload is no leaving. */
const LINGER_MS = 5_000;
const MOST = 50;

/**
 * Who has a page open (LV-5): in memory, droppable, never an event. Shown only among the parties of a negotiation: of the
 * others that the organisation is there, of one's own who. That an office or an auditor reads shows to nobody.
 */
export function createPresence(connections: ReadonlySet<Connection>, readStore: ReadStore, tell: (to: Connection, presence: Presence) => void) {
  const lingering = new Set<Connection>();
  const due = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  function mayMeet({ viewer }: Connection, topic: string): boolean {
    const id = topic.slice('agreement/'.length);
    if (!topic.startsWith('agreement/') || !viewer.audiences.includes(`organisation:${viewer.organisation}`)) return false;
    const found = readStore.get('negotiation', id, [`organisation:${viewer.organisation}`]);
    // Whoever has left meets nobody there any more.
    return found !== undefined && howItEnded.parse(found.body).ended?.party !== viewer.organisation;
  }

  function announce(): void {
    timer = undefined;
    const topics = [...due];
    due.clear();
    for (const topic of topics) {
      const there = [...connections, ...lingering].filter((each) => each.topics.has(topic) && mayMeet(each, topic));
      for (const connection of there) if (connections.has(connection)) tell(connection, presenceFor(connection, topic, there));
    }
  }

  /** Something changed in who watches these topics. */
  function changed(topics: Iterable<string>): void {
    for (const topic of topics) if (topic.startsWith('agreement/')) due.add(topic);
    if (due.size > 0) timer ??= setTimeout(announce, liveLimits.presenceMs).unref();
  }

  return {
    changed,
    left(connection: Connection): void {
      lingering.add(connection);
      setTimeout(() => {
        lingering.delete(connection);
        changed(connection.topics);
      }, LINGER_MS).unref();
    },
    stop: () => clearTimeout(timer),
  };
}

function presenceFor({ viewer }: Connection, topic: string, there: readonly Connection[]): Presence {
  const others = there.map((each) => each.viewer).filter(({ member }) => member !== viewer.member);
  const organisations = new Set(others.map(({ organisation }) => organisation).filter((organisation) => organisation !== viewer.organisation));
  const members = new Set(others.filter(({ organisation }) => organisation === viewer.organisation).map(({ member }) => member));
  return { topic, organisations: [...organisations].sort().slice(0, MOST), members: [...members].sort().slice(0, MOST) };
}
