import type { FigureDocument } from '@lianyu/projections/folds';
import type { TFunction } from 'i18next';
import { measureName } from '../../sharing/form/words/index.ts';
import { amountText } from '../../ui/index.ts';
import type { SettlementHistory } from '../use-history.ts';

interface Range {
  readonly from: string;
  readonly to: string;
}

/** The instant from which on a figure was counted with: when the last of its readers had confirmed it. */
const countedFrom = ({ confirmations }: FigureDocument) =>
  confirmations
    .map(({ at }) => at as string)
    .sort()
    .at(-1);

/** What became known of a period after an instant: figures that were confirmed since, and what happened in its settlement. */
export function laterThan(
  at: string,
  period: Range,
  figures: readonly FigureDocument[],
  moments: SettlementHistory,
  words: { readonly t: TFunction; readonly language: 'zh' | 'en' },
): readonly string[] {
  const { t, language } = words;
  const counted = figures.filter((figure) => {
    const since = countedFrom(figure);
    return since !== undefined && since > at && figure.period.from <= period.to && figure.period.to >= period.from;
  });
  return [
    ...counted.map((figure) =>
      t('settlement.known.figure', {
        number: figure.number,
        what: measureName(figure.measure, language),
        amount: amountText(figure.amount, figure.unit),
      }),
    ),
    ...moments
      .filter((moment) => moment.at > at && moment.period?.from === period.from)
      .map(({ kind }) => t(`settlement.moment.${kind}` as 'settlement.moment.StatementProposed')),
  ];
}
