// Everything that must hold before a change lands: types, lint, import rules, numbered rules, then the tests.
// `--check` stops before the tests; other arguments narrow the tests as vitest understands them.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const args = process.argv.slice(2);
const onlyCheck = args.includes('--check');
const filter = args.filter((arg) => arg !== '--check');
const report = join(tmpdir(), `lianyu-tests-${process.pid}.json`);

const packages = ['packages', 'services'].flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)));
const steps = [
  ...[...packages, 'web', 'tsconfig.tests.json'].map((project) => [`types: ${project}`, join(bin, 'tsc'), ['-p', project]]),
  ['lint', join(bin, 'biome'), ['check', '--error-on-warnings']],
  ['import rules', process.execPath, ['infra/check/imports.ts']],
  ['numbered rules', process.execPath, ['infra/check/rules.ts']],
  ['links', process.execPath, ['infra/check/links.ts']],
];
if (!onlyCheck) {
  steps.push(['user interface', process.execPath, ['infra/run.mjs', 'build']]);
  steps.push(['tests', join(bin, 'vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filter]]);
}

let failed = 0;
for (const [name, command, commandArgs] of steps) {
  const begun = Date.now();
  const { status } = spawnSync(command, commandArgs, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: `${bin}:${process.env.PATH}` } });
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (status !== 0) failed += 1;
}
if (!onlyCheck) {
  const { numPassedTests, numFailedTests } = read(report);
  rmSync(report, { force: true });
  console.log(`tests: ${numPassedTests} passed, ${numFailedTests} failed`);
}
process.exitCode = failed === 0 ? 0 : 1;

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1 };
  }
}
