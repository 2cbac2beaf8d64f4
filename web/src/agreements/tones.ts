import type { ClearancePage, Progress, Stage } from '@lianyu/projections/folds';
import type { Tone } from '../ui/index.ts';

export const stageTone: Readonly<Record<Stage, Tone>> = {
  negotiating: 'act',
  clearing: 'wait',
  signing: 'wait',
  registered: 'wait',
  concluded: 'ok',
  'in-force': 'ok',
  suspended: 'wait',
  expired: 'neutral',
  terminated: 'neutral',
  closed: 'neutral',
  archived: 'neutral',
  void: 'fail',
  declined: 'fail',
  withdrawn: 'fail',
  lapsed: 'neutral',
};

export const progressTone: Readonly<Record<Progress, Tone>> = {
  reviewing: 'wait',
  'text-confirmed': 'ok',
  'in-internal-procedure': 'wait',
  ready: 'ok',
  signed: 'ok',
  sealed: 'ok',
};

export const procedureTone: Readonly<Record<ClearancePage['state'], Tone>> = { open: 'wait', granted: 'ok', withdrawn: 'fail', voided: 'neutral' };
