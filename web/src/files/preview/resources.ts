import jbig2 from 'pdfjs-dist/wasm/jbig2.wasm?url&no-inline';
import openjpeg from 'pdfjs-dist/wasm/openjpeg.wasm?url&no-inline';
import qcms from 'pdfjs-dist/wasm/qcms_bg.wasm?url&no-inline';
import type { Resources } from './messages.ts';

/** Parts of the PDF viewer that it asks for by name: tables of Chinese characters, substitutes for fonts, decoders of scans. */
const cmaps = import.meta.glob<string>('../../../node_modules/pdfjs-dist/cmaps/*.bcmap', { query: '?url&no-inline', import: 'default' });
const fonts = import.meta.glob<string>('../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', { query: '?url&no-inline', import: 'default' });
const decoders: Readonly<Record<string, string>> = { 'jbig2.wasm': jbig2, 'openjpeg.wasm': openjpeg, 'qcms_bg.wasm': qcms };

/** What is not among them does not exist, whatever is asked for. */
export const viewerResources: Resources = async (name) => {
  const [folder, file = ''] = name.split('/');
  const address = await addressIn(folder, file);
  if (address === undefined) return undefined;
  const response = await fetch(address, { credentials: 'omit' });
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
};

async function addressIn(folder: string | undefined, file: string): Promise<string | undefined> {
  if (folder === 'cmaps') return cmaps[`../../../node_modules/pdfjs-dist/cmaps/${file}`]?.();
  if (folder === 'fonts') return fonts[`../../../node_modules/pdfjs-dist/standard_fonts/${file}`]?.();
  return folder === 'wasm' ? decoders[file] : undefined;
}
