import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestServer } from '../test/server.ts';

const main = fileURLToPath(new URL('../../services/auditor/src/main.ts', import.meta.url));
const server = new TestServer();
beforeAll(() => server.start(), 300_000);
afterAll(async () => {
  await server.stop();
  server.remove();
});

/** The auditor as a process of its own, as somebody would run it. */
function auditor(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [main, ...args], { env: { ...process.env, DATA_DIR: server.dataDir } }, (error, out, err) => {
      done({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

test('AU-1 AU-3 AU-5 AU-6 beside a running server the demonstration comes out the same, line by line; a byte turned in its log is found', async () => {
  const { code, out } = await auditor('recompute', '--json');
  const report = JSON.parse(out) as { position: string; statements: number; same: number };
  expect([code, report.same]).toEqual([0, report.statements]);
  expect(report.statements).toBeGreaterThan(0);
  expect(report.position).toMatch(/^\d+$/);

  const lines = JSON.parse((await auditor('explain', '--json')).out) as { address: string; amount: string }[];
  expect(lines.length).toBeGreaterThan(report.statements);
  const line = lines.find(({ amount }) => amount !== '0');
  const explained = await auditor('explain', line?.address ?? '', '--json');
  expect(explained.code).toBe(0);
  const told = JSON.parse(explained.out) as { verified: boolean; line: { amount: string }; inputs: { documents: { digest: string }[] }[] };
  expect([told.verified, told.line.amount]).toEqual([true, line?.amount]);
  expect(told.inputs.length).toBeGreaterThan(0);
  for (const { documents } of told.inputs) expect(documents[0]?.digest).toMatch(/^[0-9a-f]{64}$/);

  await server.stop();
  const path = join(server.dataDir, 'events.sqlite');
  const bytes = readFileSync(path);
  const at = bytes.indexOf('"measure":"tax/');
  const digit = bytes.lastIndexOf('"amount":"', at) + '"amount":"'.length;
  expect(bytes.toString('latin1', digit, digit + 1)).toMatch(/\d/);
  bytes[digit] = bytes[digit] === 0x39 ? 0x38 : 0x39;
  writeFileSync(path, bytes);
  const turned = await auditor('recompute', '--json');
  expect([turned.code, turned.out]).toEqual([4, '']);
  expect(turned.err).toContain('STORE_FAILED');
});
