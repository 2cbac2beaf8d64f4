import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserBin, launchArgs } from './infra/test/browser.mjs';

/** Much of what is tested waits for processes and disks: on two cores, two at once. */
const WORKERS = Math.max(2, availableParallelism() - 1);
/** One after the other: six browsers and a server leave no room for anything beside them. */
const groups = ['unit', 'int', 'browser', 'e2e'];

/** The clients of the wire keep what they have loaded in globals: two of them in one place hinder one another. */
const OF_THE_WIRE = ['packages/event-store/**', 'services/store-node/**'];

interface Tier {
  readonly name: string;
  readonly tier?: string;
  readonly testTimeout: number;
  readonly workers?: number;
  /** Files of one worker share what they have loaded: loading it anew for each took more time than many tests. */
  readonly isolate?: boolean;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

const node = ({
  name,
  tier = name,
  testTimeout,
  workers = WORKERS,
  isolate = false,
  include = ['{packages,services,web,infra}/**'],
  exclude = [],
}: Tier) => ({
  test: {
    name,
    include: include.map((folder) => `${folder}/*.${tier}.test.ts`),
    exclude: ['**/node_modules/**', ...exclude],
    testTimeout,
    isolate,
    maxWorkers: workers,
    sequence: { groupOrder: groups.indexOf(tier) },
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
        node({ name: 'unit', testTimeout: 20_000 }),
        node({ name: 'int', testTimeout: 60_000, exclude: OF_THE_WIRE }),
        node({ name: 'wire', tier: 'int', testTimeout: 60_000, isolate: true, include: OF_THE_WIRE }),
        node({ name: 'e2e', testTimeout: 300_000, workers: 1, isolate: true }),
        {
          root: 'web',
          plugins: [react()],
          // Found only while a test runs, they would reload it.
          optimizeDeps: { include: ['antd/locale/en_US', 'antd/locale/zh_CN', 'react-dom/client'] },
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
