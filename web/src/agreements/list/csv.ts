import type { AgreementRow } from '@lianyu/projections/folds';
import type { TFunction } from 'i18next';
import type { NameOf } from '../../i18n/explain.ts';
import { signedOnText } from '../../registration/signed-on.ts';

interface Words {
  readonly nameOf: NameOf;
  readonly t: TFunction;
}

const columns = [
  'number',
  'agreement',
  'mode',
  'parties',
  'stage',
  'registered',
  'round',
  'turn',
  'began',
  'lastMove',
  'concluded',
  'effective',
  'until',
] as const;

/** What is shown, as a file that a spreadsheet opens with Chinese intact; nothing in it can be taken for a formula. */
export function csvOf(rows: readonly AgreementRow[], { nameOf, t }: Words): string {
  const head = columns.map((column) => t(`agreements.column.${column}`));
  const lines = rows.map(
    (row): Record<(typeof columns)[number], string> => ({
      number: row.number ?? '',
      agreement: row.title?.zh ?? '',
      mode: row.mode ? t(`terms.mode.${row.mode}`) : '',
      parties: row.parties.map(nameOf).join(' — '),
      stage: t(`terms.stage.${row.stage}`),
      registered: registeredAs(row, t),
      round: row.round?.toString() ?? '',
      turn: (row.turn ?? []).map(nameOf).join('、'),
      began: row.beganOn,
      lastMove: row.lastMoveOn,
      concluded: row.concludedOn ?? (row.signedOn === undefined ? '' : signedOnText(t, row.signedOn)),
      effective: row.effectiveOn ?? '',
      until: row.until ?? '',
    }),
  );
  const all = [head, ...lines.map((line) => columns.map((column) => line[column]))];
  return `\uFEFF${all.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

function registeredAs({ registered, scanMissing }: AgreementRow, t: TFunction): string {
  if (!registered) return '';
  return [t('registration.mark'), scanMissing && t('registration.scanMissing')].filter(Boolean).join('、');
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export function exportCsv(rows: readonly AgreementRow[], words: Words): void {
  const url = URL.createObjectURL(new Blob([csvOf(rows, words)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `lianyu-agreements-${new Date().toISOString().slice(0, 10)}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
