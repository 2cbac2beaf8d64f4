import { fileType } from '@lianyu/domain/agreements';
import { digest as digestSchema } from '@lianyu/domain/kernel';
import { sha256Hex } from '@lianyu/proofs';
import { z } from 'zod';
import { ApiError } from '../live/index.ts';

/** What a source document is called and known by. */
export interface KeptFile {
  readonly digest: z.infer<typeof digestSchema>;
  readonly name: string;
}

/** The server keeps no larger ones. */
export const MOST_BYTES = 20 * 1024 * 1024;

const answer = z.object({ digest: digestSchema, mediaType: fileType, bytes: z.number() });

/** What the server says of a file that it has just taken. */
export type Uploaded = KeptFile & Pick<z.infer<typeof answer>, 'mediaType' | 'bytes'>;

/**
 * Sends a file to the server, which keeps it by the hash of its content; the hash is computed here as well, and both must
 * agree: what is named in a figure is what was looked at on this machine.
 * @throws ApiError
 */
export async function upload(file: File): Promise<Uploaded> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const own = sha256Hex(bytes);
  let response: Response;
  try {
    response = await fetch('/api/files', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
      body: bytes,
    });
  } catch {
    throw new ApiError('OFFLINE');
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new ApiError(codeOf(body) as ApiError['code']);
  const kept = answer.safeParse(body);
  if (!kept.success || kept.data.digest !== own) throw new ApiError('ANSWER_UNREADABLE');
  return { ...kept.data, name: file.name };
}

function codeOf(body: unknown): string {
  const told = z.object({ error: z.object({ code: z.string() }) }).safeParse(body);
  return told.success ? told.data.error.code : 'ANSWER_UNREADABLE';
}

/** Where a kept file is read; whoever may not read it is told that it does not exist. */
export const addressOf = ({ digest, name }: KeptFile): string => `/api/files/${digest}?name=${encodeURIComponent(name)}`;
