import { NotShown, type Resources, type Shown } from './messages.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Shows a file by its type, which the server has judged by its content. Whatever a library throws is said as `broken`. @throws NotShown */
export async function show(bytes: Uint8Array<ArrayBuffer>, mediaType: string, into: HTMLElement, resources: Resources): Promise<Shown> {
  try {
    switch (mediaType) {
      case 'application/pdf':
        return await (await import('./show-pdf.ts')).showPdf(bytes, into, resources);
      case DOCX:
        return await (await import('./show-docx.ts')).showDocx(bytes, into);
      case 'image/png':
      case 'image/jpeg':
        return await (await import('./show-picture.ts')).showPicture(bytes, mediaType, into);
      case 'text/plain':
        return (await import('./show-text.ts')).showText(bytes, into);
      default:
        throw new NotShown('not-shown');
    }
  } catch (error) {
    into.replaceChildren();
    throw error instanceof NotShown ? error : new NotShown('broken');
  }
}

/** The types that are shown at all; the others are only handed out. */
export const isShown = (mediaType: string): boolean => ['application/pdf', DOCX, 'image/png', 'image/jpeg', 'text/plain'].includes(mediaType);
