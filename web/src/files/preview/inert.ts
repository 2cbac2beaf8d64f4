const taken = 'script, iframe, frame, object, embed, link, meta, base, form, input, button, audio, video, source, portal, template, foreignObject';
const addresses: ReadonlySet<string> = new Set([
  'href',
  'xlink:href',
  'src',
  'srcset',
  'srcdoc',
  'action',
  'formaction',
  'ping',
  'poster',
  'background',
  'data',
]);
/** What the file itself brought along; everything else would lead out of it. */
const own = /^(data:(image|font)\/|blob:|#)/i;

/** Takes out of rendered content whatever could run, lead away or load: before it is put into any page. */
export function makeInert(content: HTMLElement): void {
  for (const element of content.querySelectorAll(taken)) element.remove();
  for (const style of content.querySelectorAll('style')) style.textContent = inertStyle(style.textContent ?? '');
  for (const link of content.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  for (const element of content.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      const lower = name.toLowerCase();
      if (lower.startsWith('on') || lower === 'target' || (addresses.has(lower) && !own.test(value.trim()))) element.removeAttribute(name);
      else if (lower === 'style') element.setAttribute(name, inertStyle(value));
    }
  }
}

/** Without imports, and without any address but those of the file's own pictures and fonts. */
function inertStyle(style: string): string {
  return style
    .replace(/@import[^;]*;?/gi, '')
    .replace(/\\/g, '')
    .replace(/(?:image-set|url)\s*\(\s*(['"]?)([^)]*)\)/gi, (whole, _quote, address: string) => (own.test(address.trim()) ? whole : 'none'));
}
