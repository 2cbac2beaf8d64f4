export { attachLive, type Live, type LiveParts } from './attach.ts';
export { createCursors, type Cursors } from './cursor.ts';
