import type { Audience } from '../folds/projection.ts';
import type { ServedDocument } from '../read-store.ts';

/** A row of a document as it is served. Most bodies on the way through the feed are read by nobody here: they are parsed when asked for. */
export function served(row: Readonly<Record<string, unknown>>): ServedDocument {
  const json = String(row['body']);
  let parsed: { readonly body: unknown } | undefined;
  return {
    kind: String(row['kind']),
    key: String(row['key']),
    audience: String(row['audience']) as Audience,
    topic: String(row['topic']),
    sort: String(row['sort']),
    version: Number(row['version']),
    json,
    get body() {
      parsed ??= { body: JSON.parse(json) };
      return parsed.body;
    },
  };
}
