// Preloaded into a server under test: its clock is as far from the machine's as the file in SHIFTED_CLOCK says, in milliseconds,
// read again at every SIGUSR2. So that a test can let the next day come.
import { readFileSync } from 'node:fs';

const file = process.env.SHIFTED_CLOCK;
const read = () => Number(readFileSync(file, 'utf8'));
let shift = read();
process.on('SIGUSR2', () => {
  shift = read();
});

const Machine = Date;
const now = () => Machine.now() + shift;
globalThis.Date = new Proxy(Machine, {
  construct: (target, given, as) => Reflect.construct(target, given.length === 0 ? [now()] : given, as),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
