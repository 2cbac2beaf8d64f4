/** What a file of figures may be (ER-3). A larger one is divided by whoever brings it. */
export const tableLimits = {
  bytes: 5 << 20,
  /** All parts of a workbook together, once they are inflated: a workbook of rows of text shrinks to a tenth, a bomb to a thousandth. */
  inflatedBytes: 64 << 20,
  /** Files within a workbook. */
  entries: 500,
  rows: 5_000,
  columns: 60,
  /** In one cell. */
  characters: 2_000,
} as const;
