/** What spreadsheets take for the beginning of a formula, half-width and full-width, guarded or not. */
const FORMULA = /^'*\s*[=+\-@＝＋－＠]/;
const DECIMAL = /^'*[\d.]+$/;
/** What XML cannot hold, and what nobody means to hand on. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

/**
 * Text made harmless for whatever opens the file: an apostrophe before what would be calculated, and before digits of which
 * a spreadsheet would lose some (a social credit code of digits alone).
 */
export function guarded(text: string): string {
  const clean = text.toWellFormed().replace(CONTROL, '').trim();
  return FORMULA.test(clean) || (DECIMAL.test(clean) && !isExactInSpreadsheet(clean)) ? `'${clean}` : clean;
}

/** Takes the guard off again, when a file of ours comes back. */
export function unguarded(text: string): string {
  const rest = text.slice(1);
  return text.startsWith("'") && guarded(rest) === text ? rest : text;
}

/** Whether a decimal is within the 15 digits that a spreadsheet keeps. */
export function isExactInSpreadsheet(decimal: string): boolean {
  return decimal.replace(/\D/g, '').replace(/^0+/, '').length <= 15;
}
