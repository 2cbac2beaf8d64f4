import { SaxesParser } from 'saxes';
import { FileFault } from '../table.ts';

/** What a part of a workbook is read by: names without their prefix, text between tags as one piece. */
export interface Reading {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Reads XML strictly. A document type, and with it any entity of its own, is refused. */
export function readXml(xml: string, { open, text, close }: Reading): void {
  const parser = new SaxesParser();
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('error', () => malformed());
  parser.on('doctype', () => malformed());
  if (open) parser.on('opentag', ({ name, attributes }) => open(local(name), attributes));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  if (close) parser.on('closetag', ({ name }) => close(local(name)));
  parser.write(xml).close();
}

function malformed(): never {
  throw new FileFault('FILE_MALFORMED', { problem: 'xml' });
}
