import { previewLimits } from './limits.ts';
import { NotShown, type Shown } from './messages.ts';

/** In UTF-8, GB18030 or UTF-16 with its mark, as text and nothing else. */
export function showText(bytes: Uint8Array, into: HTMLElement): Shown {
  const text = decoded(bytes);
  const page = document.createElement('pre');
  page.textContent = text.slice(0, previewLimits.textCharacters);
  into.append(page);
  return { pages: 1, of: text.length > previewLimits.textCharacters ? 2 : 1 };
}

function decoded(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  for (const encoding of wide ? [wide] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  }
  throw new NotShown('broken');
}
