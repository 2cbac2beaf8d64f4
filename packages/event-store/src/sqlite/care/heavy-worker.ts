import { parentPort, workerData } from 'node:worker_threads';
import { storeError } from '../file/errors.ts';
import { openForReading } from '../file/files.ts';
import { copyStore } from './copy.ts';
import type { HeavyTold, Tasks } from './heavy.ts';
import { checkWhole } from './integrity.ts';
import type { Progress } from './progress.ts';
import { restoreStore } from './restore.ts';

type Work = { readonly [Kind in keyof Tasks]: (given: Tasks[Kind]['given'], progress: Progress) => Tasks[Kind]['result'] };

const work: Work = {
  check({ path }, progress) {
    const db = openForReading(path);
    try {
      return checkWhole(db, progress);
    } finally {
      db.close();
    }
  },
  copy: copyStore,
  restore: restoreStore,
};

function tell(told: HeavyTold): void {
  parentPort?.postMessage(told);
}

function run<Kind extends keyof Tasks>({ kind, given }: { kind: Kind; given: Tasks[Kind]['given'] }): void {
  try {
    tell({ kind: 'done', result: work[kind](given, (step) => tell({ kind: 'progress', step })) });
  } catch (cause) {
    const { code, data } = storeError(cause);
    tell({ kind: 'failed', code, data });
  }
}

run(workerData);
