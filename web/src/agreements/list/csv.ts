import type { AgreementRow } from '@lianyu/projections/folds';
import type { TFunction } from 'i18next';

/** What is shown, as a file that a spreadsheet opens with Chinese intact; nothing that could be taken for a formula. */
export function csvOf(rows: readonly AgreementRow[], { nameOf, t }: { nameOf: (id: string) => string; t: TFunction }): string {
  const head = [t('agreements.column.agreement'), t('agreements.draft.mode'), t('agreements.column.parties'), t('agreements.column.stage'), t('agreements.column.round'), t('agreements.column.lastMove'), t('agreements.column.until')];
  const lines = rows.map((row) => [
    [row.number, row.title?.zh].filter(Boolean).join(' '),
    row.mode ? t(`terms.mode.${row.mode}`) : '',
    row.parties.map(nameOf).join(' — '),
    t(`terms.stage.${row.stage}`),
    row.round?.toString() ?? '',
    row.lastMoveOn,
    row.until ?? '',
  ]);
  return `\uFEFF${[head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export function exportCsv(rows: readonly AgreementRow[], words: { nameOf: (id: string) => string; t: TFunction }): void {
  const url = URL.createObjectURL(new Blob([csvOf(rows, words)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'lianyu-agreements.csv';
  link.click();
  URL.revokeObjectURL(url);
}
