export { attachLive, type Live, type LiveParts } from './attach.ts';
export { type Cursors, createCursors } from './cursor.ts';
