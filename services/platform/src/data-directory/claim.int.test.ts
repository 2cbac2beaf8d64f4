import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimDataDirectory, DataDirectoryError } from './index.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lianyu-directory-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a new directory is made for its owner alone and marked', () => {
  const claimed = claimDataDirectory(join(root, 'a', 'b'), 'empty', Date.parse('2026-11-23T02:00:00.000Z'));
  expect(claimed).toMatchObject({ fresh: true, marker: { format: 1, mode: 'empty', createdAt: '2026-11-23T02:00:00.000Z' } });
  expect(statSync(claimed.path).mode & 0o777).toBe(0o700);
  claimed.release();
});

test('it is found again as it was begun', () => {
  claimDataDirectory(root, 'demonstration', 1000).release();
  const again = claimDataDirectory(root, 'demonstration', 2000);
  expect(again).toMatchObject({ fresh: false, marker: { createdAt: '1970-01-01T00:00:01.000Z' } });
  again.release();
});

test('one process at a time', () => {
  const held = claimDataDirectory(root, 'empty');
  expect(codeOfClaim('empty')).toBe('DIRECTORY_IN_USE');
  held.release();
  claimDataDirectory(root, 'empty').release();
});

test('another process keeps it out, and a killed one leaves no lock behind', async () => {
  const script = `
    const { claimDataDirectory } = await import(${JSON.stringify(new URL('index.ts', import.meta.url).href)});
    claimDataDirectory(process.argv[1], 'empty');
    console.log('held');
    setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script, root], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await once(holder.stdout, 'data');
    expect(codeOfClaim('empty')).toBe('DIRECTORY_IN_USE');
  } finally {
    holder.kill('SIGKILL');
    await once(holder, 'exit');
  }
  claimDataDirectory(root, 'empty').release();
});

test('demonstration data does not become real by leaving out a flag, nor the other way round', () => {
  claimDataDirectory(root, 'demonstration').release();
  expect(codeOfClaim('empty')).toBe('DIRECTORY_OTHER_MODE');
  const real = join(root, 'real');
  claimDataDirectory(real, 'empty').release();
  expect(codeOfClaim('demonstration', real)).toBe('DIRECTORY_OTHER_MODE');
});

test("somebody else's directory is refused and left as it was found", () => {
  writeFileSync(join(root, 'thesis.txt'), 'x');
  expect(codeOfClaim('empty')).toBe('DIRECTORY_FOREIGN');
  expect(readdirSync(root)).toEqual(['thesis.txt']);
});

test('a file is not a directory, nor is what lies below one', () => {
  const file = join(root, 'file');
  writeFileSync(file, '');
  expect(codeOfClaim('empty', file)).toBe('DIRECTORY_NOT_A_DIRECTORY');
  expect(codeOfClaim('empty', join(file, 'below'))).toBe('DIRECTORY_UNWRITABLE');
});

test.skipIf(process.getuid?.() === 0)('a directory that cannot be written is refused', () => {
  const closed = join(root, 'closed');
  mkdirSync(closed, { mode: 0o500 });
  expect(codeOfClaim('empty', closed)).toBe('DIRECTORY_UNWRITABLE');
});

test.each([
  ['a newer format', { format: 2, mode: 'empty', createdAt: '2026-11-23T02:00:00.000Z', more: 1 }, 'DIRECTORY_NEWER'],
  ['no known mode', { format: 1, mode: 'other', createdAt: '2026-11-23T02:00:00.000Z' }, 'DIRECTORY_MARKER_UNREADABLE'],
  ['no marker at all', [], 'DIRECTORY_MARKER_UNREADABLE'],
])('a marker with %s is refused', (_what, content, code) => {
  writeFileSync(join(root, 'lianyu.json'), JSON.stringify(content));
  expect(codeOfClaim('empty')).toBe(code);
  expect(existsSync(join(root, 'lock.sqlite'))).toBe(false);
});

test('a marker that was cut off is refused, one that was never given its name is none', () => {
  writeFileSync(join(root, 'lianyu.json.123'), '{"form');
  claimDataDirectory(root, 'empty').release();
  writeFileSync(join(root, 'lianyu.json'), '{"form');
  expect(codeOfClaim('empty')).toBe('DIRECTORY_MARKER_UNREADABLE');
});

test('ER-1 the error is one line that names the code and the directory', () => {
  writeFileSync(join(root, 'thesis.txt'), 'x');
  const error = claimError('empty', root);
  expect(error.message).toMatch(/^DIRECTORY_FOREIGN: /);
  expect(error.message).toContain(root);
  expect(error.message).not.toContain('\n');
});

function claimError(mode: 'empty' | 'demonstration', directory: string): DataDirectoryError {
  try {
    claimDataDirectory(directory, mode).release();
  } catch (error) {
    if (error instanceof DataDirectoryError) return error;
    throw error;
  }
  throw new Error('it was claimed');
}

function codeOfClaim(mode: 'empty' | 'demonstration', directory = root): string {
  return claimError(mode, directory).code;
}
