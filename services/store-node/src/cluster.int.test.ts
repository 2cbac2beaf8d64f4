import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { ledgerCategories } from '@lianyu/domain/kernel';
import { eventsFrom, follow, ids, wholeLog } from '@lianyu/event-store/contract-suite';
import { openKurrentStore } from '@lianyu/event-store/kurrentdb';
import type { RawStore } from '@lianyu/event-store/sqlite';
import { expect, test } from 'vitest';
import { clusterOfOne } from './gossip.ts';
import { ClusterInfo as ClusterInfoMessage, GossipService, MemberInfo } from './protocol/messages.ts';
import { startStoreNode } from './server.ts';
import { withNode } from './store-node.fixtures.ts';

interface Member {
  readonly port: number;
  readonly state: 'LEADER' | 'FOLLOWER';
  readonly isAlive?: boolean;
}

/** Whom a client asks who the leader is; it answers what it was told last. */
async function startGossip(members: readonly Member[]) {
  let told = members;
  const server = new Server();
  server.addService(GossipService, { read: (_: unknown, answer: (error: null, cluster: ClusterInfo) => void) => answer(null, clusterOf(told)) });
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => (error ? reject(error) : resolve(bound))),
  );
  return {
    port,
    tell: (now: readonly Member[]) => {
      told = now;
    },
    close: () => server.forceShutdown(),
  };
}

function clusterOf(members: readonly Member[]): ClusterInfo {
  const cluster = new ClusterInfoMessage();
  for (const { port, state, isAlive = true } of members) {
    const [member] = clusterOfOne(`127.0.0.1:${port}`, new Date()).getMembersList();
    member?.setState(MemberInfo.VNodeState[state]);
    member?.setIsAlive(isAlive);
    cluster.addMembers(member);
  }
  return cluster;
}

/** The log as one member serves it: who is not the leader is not to be appended to. */
function servedBy(log: RawStore, isLeader: () => boolean): RawStore {
  return {
    ...log,
    append(...given) {
      if (!isLeader()) throw new Error('a follower was asked to append');
      return log.append(...given);
    },
  };
}

test('ES-40 ES-41 ES-45 in a cluster the leader is found, and when it is gone the new one; nothing is lost, doubled or missed', () =>
  withNode(
    async ({ node: never, store: log, bugs }) => {
      let leader = 'second';
      const found: unknown[] = [];
      const serve = (name: string) =>
        startStoreNode({ store: servedBy(log, () => leader === name), host: '127.0.0.1', port: 0, report: (bug) => found.push(bug) });
      const [second, third] = [await serve('second'), await serve('third')];
      const gossip = await startGossip([
        { port: never.port, state: 'FOLLOWER' },
        { port: second.port, state: 'LEADER' },
        { port: third.port, state: 'FOLLOWER' },
      ]);
      const url = `esdb://127.0.0.1:1,127.0.0.1:${gossip.port}?tls=false&gossipTimeout=1&discoveryInterval=20`;
      const store = await openKurrentStore({ url, ledgerCategories });
      const follower = follow(store);
      const before = await store.append('negotiation-1', 'no-stream', eventsFrom(1, 3));
      await follower.past(before.position);

      await second.close();
      leader = 'third';
      const during = store.append('negotiation-1', 2n, eventsFrom(4, 3));
      gossip.tell([
        { port: never.port, state: 'FOLLOWER' },
        { port: second.port, state: 'LEADER', isAlive: false },
        { port: third.port, state: 'LEADER' },
      ]);
      const after = await during;
      expect(after).toMatchObject({ outcome: 'appended', revision: 5n });
      await follower.past(after.position);
      expect(ids(follower.events())).toEqual(eventsFrom(1, 6).map(({ id }) => id));
      expect(ids(await wholeLog(store))).toEqual(ids(follower.events()));
      await follower.stop();
      await store.close();
      gossip.close();
      await third.close();
      expect([...bugs, ...found]).toEqual([]);
    },
    {},
    (log) => servedBy(log, () => false),
  ));
