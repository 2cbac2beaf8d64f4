import { units } from '@lianyu/domain/money';
import type { TFunction } from 'i18next';
import type { Drawing } from '../../chart/index.ts';
import { periodText } from '../../figures/numbers.ts';
import type { NameOf } from '../../i18n/explain.ts';
import type { Subject } from './outcome.ts';

/** What each got, period by period, standing on each other: together the base. */
export function drawingOf({ rows, unit }: Subject, parties: readonly string[], nameOf: NameOf, t: TFunction): Drawing {
  return {
    categories: rows.map(({ statement }) => periodText(statement.period)),
    unit: axisUnit(unit, t),
    series: parties.map((party, colour) => ({
      name: nameOf(party),
      draw: 'bar' as const,
      stack: 'shares',
      colour,
      values: rows.map((row) => axisValue(row.parties.find((each) => each.party === party)?.amount ?? 0n, unit)),
    })),
  };
}

/** Money in ten thousand yuan, anything else in its own unit; near enough for a bar, never for a figure (MN-1). */
export function axisValue(amount: bigint, unit: keyof typeof units): number {
  return unit === 'fen' ? Number(amount / 10_000n) / 100 : Number(amount) / 10 ** units[unit].digits;
}

export const axisUnit = (unit: keyof typeof units, t: TFunction): string => (unit === 'fen' ? t('sharing.tenThousand') : t(`sharing.unit.${unit}`));
