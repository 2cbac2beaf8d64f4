import { partsOf } from './archive.ts';
import { makeInert } from './inert.ts';
import { previewLimits } from './limits.ts';
import { NotShown, type Shown } from './messages.ts';
import { pixelsOf } from './picture-size.ts';

/** A DOCX as pages: laid out beside the document, made inert, and only then put into it. */
export async function showDocx(bytes: Uint8Array<ArrayBuffer>, into: HTMLElement): Promise<Shown> {
  const parts = await partsOf(bytes);
  if (!parts.some(({ name }) => name === 'word/document.xml')) throw new NotShown('broken');
  if (parts.some(({ head }) => (pixelsOf(head) ?? 0) > previewLimits.pixels)) throw new NotShown('too-large');
  const { renderAsync } = await import('docx-preview');
  // A document of its own loads and runs nothing.
  const aside = document.implementation.createHTMLDocument('');
  const [content, styles] = [aside.createElement('div'), aside.createElement('div')];
  try {
    await renderAsync(new Blob([bytes]), content, styles, {
      className: 'docx',
      inWrapper: true,
      ignoreLastRenderedPageBreak: false,
      useBase64URL: true,
      // HTML inside the file.
      renderAltChunks: false,
      renderComments: false,
    });
  } catch {
    throw new NotShown('broken');
  }
  for (const each of [styles, content]) makeInert(each);
  into.append(...styles.childNodes, ...content.childNodes);
  const pages = into.querySelectorAll('section.docx').length;
  if (pages === 0) throw new NotShown('broken');
  fit(into);
  return { pages, of: pages };
}

/** Pages have the width of paper: on a narrow screen they are made smaller. */
function fit(into: HTMLElement): void {
  const widest = Math.max(...[...into.querySelectorAll<HTMLElement>('section.docx')].map(({ offsetWidth }) => offsetWidth));
  const room = document.documentElement.clientWidth - 24;
  if (widest > room) into.style.setProperty('zoom', String(room / widest));
}
