import type { Page } from 'playwright';
import { extractText } from 'unpdf';

/** What stands on a page once it is printed to a PDF, read out of the PDF, without blanks: lines end elsewhere on paper. */
export async function paperOf(page: Page): Promise<string> {
  const { text } = await extractText(new Uint8Array(await page.pdf({ preferCSSPageSize: true })), { mergePages: true });
  // Extraction names some characters by their radicals, which look the same and are others.
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}
