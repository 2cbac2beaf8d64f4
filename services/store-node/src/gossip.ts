import { randomUUID } from 'node:crypto';
import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import { invalidArgument } from './protocol/call-error.ts';
import { uuidMessage } from './protocol/identifiers.ts';
import { ClusterInfo as ClusterInfoMessage, EndPoint, MemberInfo } from './protocol/messages.ts';
import { ticks } from './protocol/numbers.ts';

const instance = randomUUID();

/**
 * A cluster of one, its leader. It is to be found where whoever asks has found it: that is right behind a proxy and for a
 * node that listens on every address. `authority` is `host:port`.
 */
export function clusterOfOne(authority: string, now: Date): ClusterInfo {
  if (!URL.canParse(`http://${authority}`)) throw invalidArgument(':authority must be host:port.');
  const { hostname, port } = new URL(`http://${authority}`);
  const endPoint = new EndPoint();
  endPoint.setAddress(hostname);
  endPoint.setPort(Number(port));
  const member = new MemberInfo();
  member.setInstanceId(uuidMessage(instance));
  member.setTimeStamp(ticks(now));
  member.setState(MemberInfo.VNodeState.LEADER);
  member.setIsAlive(true);
  member.setHttpEndPoint(endPoint);
  const cluster = new ClusterInfoMessage();
  cluster.addMembers(member);
  return cluster;
}
