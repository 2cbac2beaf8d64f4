import type { Row } from '@lianyu/contract/live';
import type { FigureDocument, MilestoneDocument, ReportingDocument } from '@lianyu/projections/folds';
import { useMemo } from 'react';
import { useRows } from '../live/index.ts';
import { fullest } from '../ui/index.ts';

/** What the viewer has of the figures of one agreement, newest first. */
export interface Reported {
  readonly reporting: ReportingDocument | undefined;
  readonly figures: readonly FigureDocument[];
  readonly milestones: readonly MilestoneDocument[];
  /** Changes whenever something in it does. */
  readonly version: string;
}

type AnyRow = Row & { readonly body: unknown };

export function reportedIn(rows: readonly AnyRow[]): Reported {
  const bodies = <Body>(kind: string) => fullest(rows.filter((row) => row.kind === kind)).map(({ body }) => body as Body);
  return {
    reporting: bodies<ReportingDocument>('reporting')[0],
    figures: bodies<FigureDocument>('figure').sort((one, other) => other.number - one.number),
    milestones: bodies<MilestoneDocument>('milestone').sort((one, other) => other.number - one.number),
    version: rows.map(({ kind, key, version }) => `${kind}${key}${version}`).join(),
  };
}

export function useFigures(agreement: string) {
  const topic = useRows(`figures/${agreement}`);
  const reported = useMemo(() => reportedIn(topic.rows), [topic.rows]);
  return { ...topic, reported };
}
