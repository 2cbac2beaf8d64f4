import { beforeEach, describe, expect, test, vi } from 'vitest';
import { docx, pdf, relationship, run, zip } from './hostile.fixtures.ts';
import { previewLimits } from './limits.ts';
import type { Resources } from './messages.ts';
import { show } from './show.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const OUT = 'https://out.example';
const utf8 = (text: string) => new TextEncoder().encode(text);
/** What the viewers asked for; none of these files needs any. */
const resources = vi.fn<Resources>(async () => undefined);
let into: HTMLElement;

beforeEach(() => {
  document.body.innerHTML = '<main id="shown" style="width: 600px"></main>';
  into = document.body.querySelector('main') as HTMLElement;
  resources.mockClear();
  Reflect.deleteProperty(globalThis, 'ran');
});

/** Nothing ran, nothing leads out, nothing was asked for from elsewhere. */
function expectInert(): void {
  expect(Reflect.get(globalThis, 'ran')).toBeUndefined();
  expect(document.querySelectorAll('a, iframe, object, embed, form, link[href*="out.example"], script[src*="out.example"]')).toHaveLength(0);
  for (const element of into.querySelectorAll('*'))
    for (const { name, value } of element.attributes) expect(`${name}=${value}`).not.toMatch(/javascript:|out\.example|^on/i);
  for (const style of document.querySelectorAll('style')) expect(style.textContent).not.toContain('out.example');
  expect(performance.getEntriesByType('resource').filter(({ name }) => name.includes('out.example'))).toEqual([]);
}
const problemOf = (bytes: Uint8Array<ArrayBuffer>, type: string) =>
  show(bytes, type, into, resources).then(
    () => 'shown',
    ({ problem }) => problem,
  );

describe('AG-61 DOCX', () => {
  test('is shown as its pages, in Chinese', async () => {
    const answer = await show(await docx([run('四至范围：东至黄河，南至京藏高速。')]), DOCX, into, resources);
    expect(answer).toEqual({ pages: 1, of: 1 });
    expect(into.textContent).toContain('四至范围：东至黄河，南至京藏高速。');
    expectInert();
  });

  test('links that run or lead away are words; fields, embedded pages and styles that load are not there', async () => {
    const link = (id: string, text: string) => `<w:hyperlink r:id="${id}">${run(text)}</w:hyperlink>`;
    const picture = (id: string) =>
      `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="900000" cy="900000"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
    const file = await docx(
      [
        link('j', '点此查看'),
        link('h', '外部网站'),
        picture('p'),
        '<w:altChunk r:id="c"/>',
        `<w:fldSimple w:instr='INCLUDEPICTURE "${OUT}/a.png"'>${run('域')}</w:fldSimple>`,
        `<w:r><w:rPr><w:rFonts w:ascii="x&quot;;background:url(${OUT}/font)"/></w:rPr><w:t>字体</w:t></w:r>`,
        run('&lt;img src=x onerror="ran=1"&gt;'),
      ],
      [
        relationship('j', 'hyperlink', 'javascript:globalThis.ran=1'),
        relationship('h', 'hyperlink', `${OUT}/page`),
        relationship('p', 'image', `${OUT}/tracker.png`),
        relationship('t', 'attachedTemplate', `${OUT}/template.dotm`),
        relationship('c', 'aFChunk', 'chunk.html', false),
      ].join(''),
      { 'word/chunk.html': '<script>parent.ran=1</script>', 'word/vbaProject.bin': 'Attribute VB_Name = "AutoOpen"' },
    );
    await show(file, DOCX, into, resources);
    expect(into.textContent).toContain('点此查看');
    expect(into.querySelectorAll('img[src^="http"]')).toHaveLength(0);
    // What is text stays text.
    expect(into.textContent).toContain('<img src=x onerror="ran=1">');
    expect(into.querySelectorAll('img[onerror]')).toHaveLength(0);
    expectInert();
  });

  test('broken, encrypted, a bomb, one that lies about its size, a picture without measure: each says which', async () => {
    const zeros = new Uint8Array(previewLimits.entryBytes + 1);
    const good = await docx([run('好')]);
    const huge = new Uint8Array(64);
    const view = new DataView(huge.buffer);
    view.setUint32(0, 0x89504e47);
    view.setUint32(16, 60_000);
    view.setUint32(20, 60_000);
    const cases: readonly (readonly [string, Uint8Array<ArrayBuffer>, string])[] = [
      ['no archive', utf8('PK\u0003\u0004 and nothing more'), 'broken'],
      ['cut off', good.slice(0, good.length - 40), 'broken'],
      ['no document', await zip({ '[Content_Types].xml': '<Types/>' }), 'broken'],
      ['no XML', await zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': 'not xml <' }), 'broken'],
      ['encrypted', await zip({ 'word/document.xml': '<x/>' }, { flags: 1 }), 'encrypted'],
      ['bomb', await docx([run('好')], '', { 'word/media/zeros.bin': zeros }), 'too-large'],
      ['lying bomb', await zip({ 'word/document.xml': zeros }, { lies: 10 }), 'too-large'],
      ['picture', await docx([run('好')], '', { 'word/media/image1.png': huge }), 'too-large'],
    ];
    for (const [name, file, problem] of cases) {
      expect(await problemOf(file, DOCX), name).toBe(problem);
      expect(into.childElementCount, name).toBe(0);
    }
    expectInert();
  });
});

describe('AG-61 PDF', () => {
  const isDrawn = () => {
    const canvas = into.querySelector('canvas') as HTMLCanvasElement;
    const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(canvas.width / 2, canvas.height / 2, 1, 1);
    return data[0] === 0 && data[3] === 255;
  };

  test('its pages are drawn; scripts, actions, links and forms of it are not there', async () => {
    const script = '/S/JavaScript/JS(globalThis.ran=1;app.alert\\(1\\);)';
    const file = pdf({
      catalogue: `/OpenAction<<${script}>>/AA<</WC<<${script}>>>>/Names<</JavaScript<</Names[(a)<<${script}>>]>>>>/AcroForm<</Fields[6 0 R]/XFA(<script>)>>`,
      page: `/AA<</O<<${script}>>>>/Annots[5 0 R 6 0 R]`,
      more: [
        `<</Type/Annot/Subtype/Link/Rect[0 0 400 400]/A<</S/URI/URI(${OUT}/page)>>>>`,
        `<</Type/Annot/Subtype/Widget/FT/Btn/Ff 65536/T(b)/Rect[0 0 400 400]/A<</S/SubmitForm/F(${OUT}/form)>>>>`,
      ],
    });
    expect(await show(file, 'application/pdf', into, resources)).toEqual({ pages: 1, of: 1 });
    expect(isDrawn()).toBe(true);
    expect(into.querySelectorAll('input, button, select, textarea')).toHaveLength(0);
    expectInert();
  });

  test('broken, under a password, pages without end: each says which, or shows the beginning', async () => {
    expect(await problemOf(utf8('%PDF-1.7 and nothing more'), 'application/pdf')).toBe('broken');
    const locked = pdf({
      trailer: `/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>`,
    });
    expect(await problemOf(locked, 'application/pdf')).toBe('encrypted');
    expect(await show(pdf({ pages: 300 }), 'application/pdf', into, resources)).toEqual({ pages: previewLimits.pages, of: 300 });
    expectInert();
  });
});

describe('AG-61 others', () => {
  test('text is text, whatever stands in it and however it is encoded', async () => {
    await show(utf8('项目清单\n<script>ran=1</script>'), 'text/plain', into, resources);
    expect(into.querySelector('pre')?.textContent).toBe('项目清单\n<script>ran=1</script>');
    into.replaceChildren();
    await show(new Uint8Array([0xcf, 0xee, 0xc4, 0xbf]), 'text/plain', into, resources);
    expect(into.textContent).toBe('项目');
    expectInert();
  });

  test('pictures within measure are shown, others are not decoded at all', async () => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 8;
    const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made as Blob)));
    const bytes = new Uint8Array(await blob.arrayBuffer());
    expect(await show(bytes, 'image/png', into, resources)).toEqual({ pages: 1, of: 1 });
    new DataView(bytes.buffer).setUint32(16, 40_000);
    new DataView(bytes.buffer).setUint32(20, 40_000);
    expect(await problemOf(bytes, 'image/png')).toBe('too-large');
    expect(await problemOf(utf8('no picture'), 'image/jpeg')).toBe('broken');
    expect(await problemOf(utf8('x'), 'application/ofd')).toBe('not-shown');
  });
});
