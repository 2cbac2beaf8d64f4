/** How much of a file is shown (ER-3). */
export const previewLimits = {
  /** Pages of a PDF; the rest is in the file. */
  pages: 200,
  /** Parts of a package, all of them inflated together, and one of them. */
  entries: 2_000,
  inflatedBytes: 96 << 20,
  entryBytes: 32 << 20,
  /** A picture, in pixels: an A3 page at 600 dots per inch has 70 million. */
  pixels: 80_000_000,
  textCharacters: 500_000,
  /** From the file's coming to its first page. */
  ms: 30_000,
} as const;
