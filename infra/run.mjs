// The one entry of every npm script: brings the workspace up to date, finds its Node, and runs the task with it.
// Plain JavaScript without dependencies, for whatever Node (20 or newer) is on the machine.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const pnpm = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager;
const bin = join(root, 'node_modules', '.bin');
const say = (line) => process.stderr.write(`${line}\n`);

const tasks = {
  start: (args) => {
    buildIfStale();
    return run(node(), ['services/platform/src/main.ts', ...args], { LIANYU_EXIT_WITH_PARENT: '1' });
  },
  test: (args) => run(node(), ['infra/test/verify.mjs', ...args]),
  check: (args) => run(node(), ['infra/test/verify.mjs', '--check', ...args]),
  'store-node': (args) => run(node(), ['services/store-node/src/main.ts', ...args], { LIANYU_EXIT_WITH_PARENT: '1' }, root, 'inherit'),
  bench: (args) => {
    return run(node(), ['infra/bench/main.ts', ...args]);
  },
  soak: (args) => run(node(), ['infra/soak/main.ts', ...args]),
  auditor: (args) => run(node(), ['services/auditor/src/main.ts', ...args]),
  dev: () => {
    buildIfStale();
    const server = spawn(
      node(),
      ['--watch-preserve-output', '--watch', 'services/platform/src/main.ts'],
      options({ PUBLIC_ORIGIN: 'http://localhost:5173' }),
    );
    process.once('exit', () => server.kill());
    return run(join(bin, 'vite'), ['--port', '5173', '--strictPort'], {}, join(root, 'web'));
  },
  build: () => {
    build();
    return Promise.resolve(0);
  },
};

const [task = 'start', ...args] = process.argv.slice(2);
if (!(task in tasks)) {
  say(`unknown task ${task}; there are ${Object.keys(tasks).join(', ')}`);
  process.exit(2);
}
install();
process.exitCode = await tasks[task](args);

/** Installs when what is to be installed has changed since the last time; a second start pays only for the comparison. */
function install() {
  const marker = join(root, 'node_modules', '.lianyu-installed');
  const wanted = hashOf(['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...packageFiles()]);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  say('安装依赖 / installing packages …');
  const frozen = process.env.CI === 'true' ? ['--frozen-lockfile'] : [];
  const done = spawnSync('npx', ['-y', pnpm, 'install', '--reporter=append-only', ...frozen], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    say('安装失败 / the packages could not be installed');
    process.exit(done.status ?? 1);
  }
  writeFileSync(marker, wanted);
}

/** The workspace's own Node 24, brought as a package; elsewhere the user's, if it is new enough. */
function node() {
  const own = join(bin, 'node');
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  say(`需要 Node 24 或更新版本（当前 ${process.version}）/ Node 24 or newer is needed on this platform (this is ${process.version})`);
  process.exit(1);
}

function buildIfStale() {
  const marker = join(root, 'web', 'dist', '.built-from');
  const wanted = hashOf([
    'pnpm-lock.yaml',
    ...sourcesOf('web'),
    ...readdirSync(join(root, 'packages')).flatMap((name) => sourcesOf(join('packages', name))),
  ]);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  build();
  mkdirSync(join(root, 'web', 'dist'), { recursive: true });
  writeFileSync(marker, wanted);
}

function build() {
  say('构建界面 / building the user interface …');
  const done = spawnSync(join(bin, 'vite'), ['build'], { ...options({}), cwd: join(root, 'web'), stdio: ['ignore', 2, 2] });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/** Runs it to its end, hands signals on, and ends with it; also when whoever started this is gone. */
function run(command, commandArgs, env = {}, cwd = root, input = 'ignore') {
  const child = spawn(command, commandArgs, { ...options(env), cwd, stdio: [input, 'inherit', 'inherit'] });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500);
  return new Promise((done) => {
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      done(code ?? (signal === null ? 1 : 130));
    });
  });
}

/** What has been compiled once is not compiled at every start. */
function options(more) {
  const env = {
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'),
    ...process.env,
    ...more,
    PATH: `${bin}${delimiter}${process.env.PATH}`,
  };
  return { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env };
}

function packageFiles() {
  return ['packages', 'services']
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name, 'package.json')))
    .concat('web/package.json', 'infra/package.json');
}

function sourcesOf(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : sourcesOf(path);
    return [path];
  });
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of [...paths].sort())
    if (existsSync(join(root, path)) && statSync(join(root, path)).isFile()) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}
