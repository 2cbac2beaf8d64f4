import type { ExportFormat } from '@lianyu/contract';
import type { Instant } from '@lianyu/domain/kernel';
import { type Labels, labelled, type Sheet, toCsv, toXlsx } from '@lianyu/exchange';
import type { FastifyReply } from 'fastify';

const types: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** Sheets as a file to be kept, every one of them with its labels. Text holds the first sheet alone. `name` without its ending. */
export function answerFile(
  reply: FastifyReply,
  format: ExportFormat,
  name: string,
  sheets: readonly [Sheet, ...Sheet[]],
  labels: Labels,
): FastifyReply {
  const marked = sheets.map((sheet) => labelled(sheet, labels));
  const [first = sheets[0]] = marked;
  const bytes = format === 'xlsx' ? toXlsx(marked) : toCsv(first);
  const encoded = encodeURIComponent(`${name}.${format}`).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return reply
    .type(types[format])
    .header('content-disposition', `attachment; filename*=UTF-8''${encoded}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(Buffer.from(bytes));
}

/** Who took the copy and when: an organisation, not a person. */
export const watermark = (organisation: string, at: Instant) => `联域 Lianyu · ${organisation} · ${at}`;
