import { getDocument, PasswordException, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import ReaderWorker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker&inline';
import { previewLimits } from './limits.ts';
import { NotShown, type Resources, type Shown } from './messages.ts';

const folders = { cMapUrl: 'cmaps/', standardFontDataUrl: 'fonts/', wasmUrl: 'wasm/' } as const;

/**
 * A PDF as pictures of its pages, drawn as they are scrolled to. Neither its links nor its forms nor its scripts are there: only
 * what is drawn.
 */
export async function showPdf(bytes: Uint8Array<ArrayBuffer>, into: HTMLElement, resources: Resources): Promise<Shown> {
  class Factory {
    async fetch({ kind, filename }: { kind: keyof typeof folders; filename: string }): Promise<Uint8Array> {
      const found = await resources(`${folders[kind]}${filename}`);
      if (!found) throw new Error(`no ${filename}`);
      return found;
    }
  }
  const worker = PDFWorker.create({ port: new ReaderWorker() });
  const task = getDocument({
    data: bytes,
    worker,
    ...folders,
    cMapPacked: true,
    useWorkerFetch: false,
    BinaryDataFactory: Factory,
    enableXfa: false,
    maxImageSize: previewLimits.pixels,
    disableRange: true,
    verbosity: 0,
  });
  const document = await task.promise.catch((error: unknown) => {
    worker.destroy();
    throw new NotShown(error instanceof PasswordException ? 'encrypted' : 'broken');
  });
  const of = document.numPages;
  const pages = Math.min(of, previewLimits.pages);
  if (pages === 0) throw new NotShown('broken');
  await lay(document, pages, into);
  return { pages, of };
}

/** Leaves of the size of the pages; the first is drawn before it counts as shown. */
async function lay(document: PDFDocumentProxy, pages: number, into: HTMLElement): Promise<void> {
  const first = await document.getPage(1).catch(() => {
    throw new NotShown('broken');
  });
  const { width, height } = first.getViewport({ scale: 1 });
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        seen.unobserve(target);
        void draw(document, leaves.indexOf(target as HTMLDivElement) + 1, target as HTMLElement).catch(() => target.classList.add('broken'));
      }
    },
    { rootMargin: '800px' },
  );
  const leaves = Array.from({ length: pages }, (_, index) => {
    const leaf = into.ownerDocument.createElement('div');
    leaf.className = 'leaf';
    leaf.dataset['page'] = String(index + 1);
    leaf.style.aspectRatio = `${width} / ${height}`;
    return leaf;
  });
  into.append(...leaves);
  const [leaf] = leaves;
  if (leaf)
    await draw(document, 1, leaf).catch(() => {
      throw new NotShown('broken');
    });
  for (const each of leaves.slice(1)) seen.observe(each);
}

/** At most twice as fine as the screen, and no larger than a canvas may be. */
async function draw(document: PDFDocumentProxy, number: number, leaf: HTMLElement): Promise<void> {
  const page = await document.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  leaf.style.aspectRatio = `${natural.width} / ${natural.height}`;
  const wanted = ((leaf.clientWidth || 800) / natural.width) * Math.min(2, devicePixelRatio || 1);
  const scale = Math.min(wanted, Math.sqrt(16_000_000 / (natural.width * natural.height)));
  const viewport = page.getViewport({ scale });
  const canvas = leaf.ownerDocument.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  await page.render({ canvas, viewport, annotationMode: 0 }).promise;
  leaf.replaceChildren(canvas);
}
