/** Files as somebody who means harm would make them; each is made here, none is kept. */
const utf8 = (text: string) => new TextEncoder().encode(text);
type Bytes = Uint8Array<ArrayBuffer>;

export function joined(...parts: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function record(bytes: number, ...fields: readonly (readonly [at: number, size: 2 | 4, value: number])[]): Bytes {
  const made = new DataView(new ArrayBuffer(bytes));
  for (const [at, size, value] of fields) size === 2 ? made.setUint16(at, value, true) : made.setUint32(at, value, true);
  return new Uint8Array(made.buffer);
}

async function deflated(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer());
}

/** A ZIP archive, without check sums, which no reader here asks for. @param lies what it states of its sizes, whatever they are */
export async function zip(
  files: Readonly<Record<string, string | Bytes>>,
  { flags = 0, lies }: { flags?: number; lies?: number } = {},
): Promise<Bytes> {
  const [bodies, directory]: [Bytes[], Bytes[]] = [[], []];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const plain = typeof content === 'string' ? utf8(content) : content;
    const [packed, named] = [await deflated(plain), utf8(name)];
    const sizes = (from: number) =>
      [
        [from + 4, 4, packed.length],
        [from + 8, 4, lies ?? plain.length],
        [from + 12, 2, named.length],
      ] as const;
    bodies.push(joined(record(30, [0, 4, 0x04034b50], [4, 2, 20], [6, 2, flags], [8, 2, 8], ...sizes(14)), named, packed));
    directory.push(joined(record(46, [0, 4, 0x02014b50], [6, 2, 20], [8, 2, flags], [10, 2, 8], ...sizes(16), [42, 4, at]), named));
    at += bodies.at(-1)?.length ?? 0;
  }
  const central = joined(...directory);
  const count = directory.length;
  return joined(...bodies, central, record(22, [0, 4, 0x06054b50], [8, 2, count], [10, 2, count], [12, 4, central.length], [16, 4, at]));
}

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const paragraph = (inside: string) => `<w:p>${inside}</w:p>`;
export const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;

/** A DOCX of these paragraphs (XML), with relationships of its own and further parts. */
export function docx(paragraphs: readonly string[], relationships = '', more: Readonly<Record<string, string | Bytes>> = {}): Promise<Bytes> {
  return zip({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="html" ContentType="text/html"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${REL}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships}</Relationships>`,
    'word/document.xml': `<w:document ${W}><w:body>${paragraphs.map(paragraph).join('')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
    ...more,
  });
}

export const relationship = (id: string, kind: string, target: string, external = true) =>
  `<Relationship Id="${id}" Type="${REL}/${kind}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`;

/** A PDF of a page on which something black is drawn, with whatever else is put into its catalogue, page or trailer. */
export function pdf({
  catalogue = '',
  page = '',
  trailer = '',
  more = [] as readonly string[],
  drawn = '0 0 0 rg 100 100 200 200 re f',
  pages = 1,
} = {}): Bytes {
  const objects = [
    `<</Type/Catalog/Pages 2 0 R${catalogue}>>`,
    `<</Type/Pages/Kids[${'3 0 R '.repeat(pages)}]/Count ${pages}>>`,
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R/Resources<<>>${page}>>`,
    `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`,
    ...more,
  ];
  let text = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return utf8(`${text}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${text.length}\n%%EOF`);
}
