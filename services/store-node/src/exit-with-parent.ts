/** How often the parent is looked for. */
const EVERY_MS = 500;

/**
 * Calls back when whoever started this process is gone, also when it was killed outright: the system then hands the process
 * to another parent. Only where the start script asks for it.
 */
export function exitWithParent(gone: () => void): void {
  if (process.env['LIANYU_EXIT_WITH_PARENT'] !== '1') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, EVERY_MS);
  timer.unref();
}
