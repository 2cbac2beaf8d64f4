import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserBin, launchArgs } from './infra/test/browser.mjs';

/** Much of what is tested waits for processes and disks: on two cores, two at once. */
const WORKERS = Math.max(2, availableParallelism() - 1);
/** One after the other: six browsers and a server leave no room for anything beside them. */
const groups = ['unit', 'int', 'browser', 'e2e'];

const node = (name: string, tier: string, testTimeout: number, workers = WORKERS) => ({
  test: {
    name,
    include: [`{packages,services,web,infra}/**/*.${tier}.test.ts`],
    exclude: ['**/node_modules/**'],
    testTimeout,
    maxWorkers: workers,
    sequence: { groupOrder: groups.indexOf(name) },
    // A demonstration is played before many tests: on a busy machine that may take longer than any one of them.
    hookTimeout: Math.max(testTimeout, 120_000),
  },
});

// What is made once in a run of the tests is found by this name in all their processes.
process.env['LIANYU_TEST_RUN'] ??= String(process.pid);

export default defineConfig(async () => {
  const executablePath = await browserBin(new URL('node_modules/.cache', import.meta.url).pathname);
  return {
    test: {
      globalSetup: './infra/test/clear-up.ts',
      maxWorkers: WORKERS,
      projects: [
        node('unit', 'unit', 20_000),
        node('int', 'int', 60_000),
        node('e2e', 'e2e', 300_000, 1),
        {
          root: 'web',
          plugins: [react()],
          test: {
            name: 'browser',
            include: ['src/**/*.browser.test.tsx'],
            testTimeout: 60_000,
            sequence: { groupOrder: groups.indexOf('browser') },
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({ launchOptions: { executablePath, args: launchArgs } }),
              instances: [{ browser: 'chromium' as const }],
            },
          },
        },
      ],
    },
  };
});
