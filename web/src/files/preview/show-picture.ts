import { previewLimits } from './limits.ts';
import { NotShown, type Shown } from './messages.ts';
import { pixelsOf } from './picture-size.ts';

export async function showPicture(bytes: Uint8Array<ArrayBuffer>, mediaType: string, into: HTMLElement): Promise<Shown> {
  const pixels = pixelsOf(bytes.subarray(0, 4 << 20));
  if (pixels === undefined) throw new NotShown('broken');
  if (pixels > previewLimits.pixels) throw new NotShown('too-large');
  const picture = document.createElement('img');
  picture.alt = '';
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  picture.src = address;
  try {
    await picture.decode();
  } catch {
    throw new NotShown('broken');
  } finally {
    URL.revokeObjectURL(address);
  }
  into.append(picture);
  return { pages: 1, of: 1 };
}
