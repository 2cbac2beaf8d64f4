import sharedMessages from '@eventstore/db-client/generated/shared_pb.js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import streamsMessages from '@eventstore/db-client/generated/streams_pb.js';
import { expect, test } from 'vitest';
import { uuidText } from '../protocol/identifiers.ts';
import { appendCall, appendOptions, proposed, rawClient, readCall, readRequest } from '../raw-client.fixtures.ts';
import { numberedEvents, someStream, withNode } from '../store-node.fixtures.ts';

/** What the protocol allows and the client of the other tests never says: other languages' clients do. */
const { Options } = streamsMessages.ReadReq;

const streamOf = (response: ReadResp) => Buffer.from(response.getEvent()?.getEvent()?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();

function filtered(prefixes: readonly string[], backwards: boolean, count: number): ReadReq {
  const request = readRequest(undefined, { count });
  const options = request.getOptions();
  const expression = new Options.FilterOptions.Expression();
  expression.setPrefixList([...prefixes]);
  const filter = new Options.FilterOptions();
  filter.setStreamIdentifier(expression);
  filter.setMax(10);
  options?.setFilter(filter);
  if (backwards) {
    const all = new Options.AllOptions();
    all.setEnd(new sharedMessages.Empty());
    options?.setAll(all);
    options?.setReadDirection(Options.ReadDirection.BACKWARDS);
  }
  return request;
}

test('ES-64 a read of $all is filtered too, both ways, and its count is of what the filter keeps', () =>
  withNode(async ({ node, client }) => {
    const raw = rawClient(node.port);
    for (let index = 0; index < 6; index += 1) await client().appendToStream(`${index % 3 === 0 ? 'rare' : 'noise'}-${index}`, numberedEvents(100));
    const seen = async (request: ReadReq) => {
      const { responses, error } = await readCall(raw.read(request));
      expect(error).toBeUndefined();
      return responses.map((response) => `${streamOf(response)}@${response.getEvent()?.getEvent()?.getStreamRevision()}`);
    };
    const rare = ['rare-0', 'rare-3'].flatMap((stream) => Array.from({ length: 100 }, (_, revision) => `${stream}@${revision}`));
    expect(await seen(filtered(['rare-'], false, 1_000))).toEqual(rare);
    expect(await seen(filtered(['rare-'], true, 1_000))).toEqual(rare.toReversed());
    expect(await seen(filtered(['rare-3', 'rare-0'], false, 150))).toEqual(rare.slice(0, 150));
    expect(await seen(filtered(['rare-'], true, 3))).toEqual(rare.slice(-3).toReversed());
    expect(await seen(filtered(['nothing-'], false, 1_000))).toEqual([]);
    raw.close();
  }));

test('ES-62 ids come in the form in which they are asked for, and go in either', () =>
  withNode(async ({ node }) => {
    const raw = rawClient(node.port);
    const stream = someStream();
    const id = '8f3e1c2a-0b1c-4d2e-9f00-0123456789ab';
    const halves = new sharedMessages.UUID.Structured();
    halves.setMostSignificantBits(String(BigInt.asIntN(64, 0x8f3e1c2a0b1c4d2en)));
    halves.setLeastSignificantBits(String(BigInt.asIntN(64, 0x9f000123456789abn)));
    const uuid = new sharedMessages.UUID();
    uuid.setStructured(halves);
    const request = proposed();
    request.getProposedMessage()?.setId(uuid);
    expect(await appendCall(raw, [appendOptions(stream), request])).toBeUndefined();
    for (const form of ['String', 'Structured'] as const) {
      const reading = readRequest(stream);
      const ids = new Options.UUIDOption();
      if (form === 'Structured') ids.setStructured(new sharedMessages.Empty());
      else ids.setString(new sharedMessages.Empty());
      reading.getOptions()?.setUuidOption(ids);
      const [response] = (await readCall(raw.read(reading))).responses;
      const told = response?.getEvent()?.getEvent()?.getId();
      expect([told?.hasStructured(), told?.hasString(), uuidText(told)]).toEqual([form === 'Structured', form === 'String', id]);
    }
    raw.close();
  }));

test('ES-62 whoever asks to be told where a stream begins and ends is told', () =>
  withNode(async ({ node, client }) => {
    const raw = rawClient(node.port);
    const stream = someStream();
    await client().appendToStream(stream, numberedEvents(5));
    await client().setStreamMetadata(stream, { truncateBefore: 3 });
    const told = async (count: number) => {
      const request = readRequest(stream, { count });
      const control = new Options.ControlOption();
      control.setCompatibility(1);
      request.getOptions()?.setControlOption(control);
      const { responses } = await readCall(raw.read(request));
      return {
        revisions: responses.flatMap((response) => response.getEvent()?.getEvent()?.getStreamRevision() ?? []),
        last: responses.flatMap((response) => (response.hasLastStreamPosition() ? response.getLastStreamPosition() : [])),
      };
    };
    expect(await told(10)).toEqual({ revisions: ['3', '4'], last: ['4'] });
    expect(await told(1)).toEqual({ revisions: ['3'], last: ['4'] });
    const plain = await readCall(raw.read(readRequest(stream)));
    expect(plain.responses.every((response) => response.hasEvent())).toBe(true);
    raw.close();
  }));
