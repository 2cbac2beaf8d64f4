/** "LYVT": whose file it is. */
export const APPLICATION_ID = 0x4c595654;
/** Times are milliseconds since 1970. `*_sealed` columns are ciphertext (cipher.ts); what is beside them is ids, hashes and times. */
const first = `
CREATE TABLE master (id INTEGER PRIMARY KEY CHECK (id = 1), key_check BLOB NOT NULL) STRICT;

CREATE TABLE person (
  member TEXT PRIMARY KEY,
  organisation TEXT NOT NULL,
  name_hash BLOB UNIQUE,
  key_sealed BLOB,
  record_sealed BLOB,
  password_sealed BLOB
) STRICT, WITHOUT ROWID;

CREATE TABLE set_up (token_hash BLOB PRIMARY KEY, member TEXT NOT NULL, expires_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX set_up_member ON set_up (member);

CREATE TABLE attempt (key BLOB PRIMARY KEY, failures INTEGER NOT NULL, last_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  id TEXT PRIMARY KEY,
  secret_hash BLOB NOT NULL UNIQUE,
  member TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  user_agent_sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_member ON session (member, created_at);

CREATE TABLE revocation (seq INTEGER PRIMARY KEY AUTOINCREMENT, member TEXT NOT NULL, session TEXT, at INTEGER NOT NULL) STRICT;

CREATE TABLE seal_key (organisation TEXT PRIMARY KEY, public_key TEXT NOT NULL, private_sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  organisation TEXT NOT NULL,
  id TEXT NOT NULL,
  negotiation TEXT,
  revision INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  content_sealed BLOB NOT NULL,
  PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE file (
  digest TEXT NOT NULL,
  owner TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  kept_at INTEGER NOT NULL,
  PRIMARY KEY (digest, owner)
) STRICT, WITHOUT ROWID;

CREATE TABLE secret (name TEXT PRIMARY KEY, value_sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE policies (digest TEXT PRIMARY KEY, text TEXT NOT NULL, archived_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;

/** Secret addresses of calendars, and what people are told: by readership, with what each has read of it and wants to hear. */
const second = `
CREATE TABLE calendar (member TEXT PRIMARY KEY, token_hash BLOB NOT NULL UNIQUE, opened_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE notice (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  audience TEXT NOT NULL,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  lead INTEGER,
  actor TEXT,
  body TEXT NOT NULL,
  UNIQUE (audience, id)
) STRICT;
CREATE INDEX notice_audience ON notice (audience, seq);

CREATE TABLE notice_reader (member TEXT PRIMARY KEY, read_through INTEGER NOT NULL, choices TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE notice_read (member TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (member, id)) STRICT, WITHOUT ROWID;
`;

/** Where organisations have notices sent to: the hosts that are allowed, the addresses, and what became of each sending. */
const third = `
CREATE TABLE webhook_host (host TEXT PRIMARY KEY, inside INTEGER NOT NULL, allowed_by TEXT NOT NULL, allowed_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE webhook (
  id TEXT PRIMARY KEY,
  organisation TEXT NOT NULL,
  audiences TEXT NOT NULL,
  kinds TEXT NOT NULL,
  url_sealed BLOB NOT NULL,
  secret_sealed BLOB NOT NULL,
  opened_by TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  taken_through INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX webhook_organisation ON webhook (organisation, opened_at);

CREATE TABLE delivery (
  webhook TEXT NOT NULL,
  seq INTEGER NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  last_at INTEGER,
  problem TEXT,
  payload TEXT NOT NULL,
  PRIMARY KEY (webhook, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX delivery_due ON delivery (state, due_at);
`;

/** A file of an older version is brought to the newest by the steps that it lacks; a new one takes all of them. */
export const steps: readonly string[] = [first, second, third];
/** The version of the tables that this code reads and writes. */
export const SCHEMA_VERSION = steps.length;
