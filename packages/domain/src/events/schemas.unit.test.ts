import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { eventTypes, isEventType, recorded, schemaOf, UnreadableEventError, versionOf } from './index.ts';

const folder = new URL('../../../../docs/events/', import.meta.url);
const schemaFile = (type: string, version: number) => new URL(`${type}.v${version}.schema.json`, folder);
const exampleFile = (type: string, version: number) => new URL(`${type}.v${version}.example.json`, folder);

/** Writes the schemas of new versions, never over an old one: `UPDATE_SCHEMAS=1 npm test`. */
const writing = process.env['UPDATE_SCHEMAS'] === '1';

test.each(eventTypes)('EV-6 the schema of %s is the committed one', (type) => {
  const file = schemaFile(type, versionOf(type));
  const schema = z.toJSONSchema(schemaOf(type), { io: 'output' });
  if (writing && !existsSync(file)) writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
  expect(JSON.parse(JSON.stringify(schema))).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});

test.each(eventTypes)('EV-6 a stored example of %s is still read', (type) => {
  const stored = JSON.parse(readFileSync(exampleFile(type, versionOf(type)), 'utf8'));
  const read = recorded({ ...stored, revision: BigInt(stored.revision) });
  expect(read.event.type).toBe(type);
  expect(read.event.data).toEqual(stored.data);
});

test('EV-6 examples of every older version are still read, as what they said', () => {
  const older = readdirSync(folder).flatMap((file) => {
    const [, type = '', version = ''] = /^(\w+)\.v(\d+)\.example\.json$/.exec(file) ?? [];
    return isEventType(type) && Number(version) < versionOf(type) ? [{ type, version: Number(version) }] : [];
  });
  expect(older.length).toBeGreaterThan(0);
  for (const { type, version } of older) {
    const stored = JSON.parse(readFileSync(exampleFile(type, version), 'utf8'));
    expect(stored.metadata.schemaVersion).toBe(version);
    expect(recorded({ ...stored, revision: BigInt(stored.revision) }).event).toEqual({ type, data: stored.data });
  }
});

test('EV-1 EV-6 names are facts in the past tense, and no example or schema is left without its type', () => {
  for (const type of eventTypes) expect(type).toMatch(/(ed|Given|Withdrawn|Cleared|Founded|Begun)(IntoForce)?$|^AgreementEnteredIntoForce$/);
  for (const file of readdirSync(folder)) expect(isEventType(file.split('.')[0] ?? '')).toBe(true);
});

test('EV-6 what cannot be read says where', () => {
  const stored = JSON.parse(readFileSync(exampleFile('TextConfirmed', 1), 'utf8'));
  const good = { ...stored, revision: 0n };
  for (const bad of [
    { ...good, type: 'Nonsense' },
    { ...good, data: { ...good.data, digest: 'x' } },
    { ...good, metadata: { ...good.metadata, recordedAt: 'yesterday' } },
    { ...good, metadata: { ...good.metadata, schemaVersion: 9 } },
  ]) {
    expect(() => recorded(bad)).toThrow(UnreadableEventError);
  }
});
