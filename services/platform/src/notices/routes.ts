import { type Notice, noticeBody, noticeChoices, noticeKind, notices, noticesQuery, readNotices, unreadNotices } from '@lianyu/contract';
import type { ReadStore } from '@lianyu/projections';
import { agreementRow } from '@lianyu/projections/folds';
import type { NoticeRow, Vault } from '@lianyu/vault';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { SignedInOf } from '../access/signed-in.ts';
import type { Viewer } from '../access/viewer.ts';

interface Parts {
  readonly vault: Pick<Vault, 'notices' | 'unreadNotices' | 'markRead' | 'markReadThrough' | 'noticeChoices' | 'chooseNotices'>;
  readonly readStore: Pick<ReadStore, 'get'>;
  readonly signedIn: SignedInOf;
}

const tags = ['notices'];

/** What one is told: today's readerships say of what (AZ-1), one's own choices what of it. */
export function noticeRoutes({ vault, readStore, signedIn }: Parts): FastifyPluginAsyncZod {
  const unreadBy = (viewer: Viewer) => ({ unread: vault.unreadNotices(viewer) });

  return async (app) => {
    app.get('/api/notices', { schema: { tags, querystring: noticesQuery, response: { 200: notices } } }, async (request) => {
      const { viewer } = await signedIn(request);
      const { kind, unread, before, limit } = request.query;
      const { member, audiences } = viewer;
      const narrowed = { ...(kind ? { kind } : {}), ...(unread ? { unread: true } : {}), ...(before === undefined ? {} : { before }) };
      const found = vault.notices({ member, audiences, ...narrowed, limit: limit + 1 });
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      return {
        notices: shown.flatMap((row) => toldTo(viewer, row)),
        ...unreadBy(viewer),
        ...(found.length > limit && last ? { next: last.seq } : {}),
      };
    });

    app.get('/api/notices/unread', { schema: { tags, response: { 200: unreadNotices } } }, async (request) =>
      unreadBy((await signedIn(request)).viewer),
    );

    app.post('/api/notices/read', { schema: { tags, body: readNotices, response: { 200: unreadNotices } } }, async (request) => {
      const { viewer } = await signedIn(request);
      if ('ids' in request.body) vault.markRead(viewer.member, request.body.ids);
      else vault.markReadThrough(viewer.member, request.body.through);
      return unreadBy(viewer);
    });

    app.get('/api/notice-choices', { schema: { tags, response: { 200: noticeChoices } } }, async (request) => {
      const { viewer } = await signedIn(request);
      return noticeChoices.parse(vault.noticeChoices(viewer.member));
    });

    app.put('/api/notice-choices', { schema: { tags, body: noticeChoices, response: { 200: noticeChoices } } }, async (request) => {
      const { viewer } = await signedIn(request);
      vault.chooseNotices(viewer.member, request.body);
      return request.body;
    });
  };

  /** The title is looked up under the reader's own access; a notice holds none. */
  function toldTo({ audiences }: Viewer, { seq, id, kind, at, read, lead, body }: NoticeRow): readonly Notice[] {
    const about = noticeBody.safeParse(body);
    const known = noticeKind.safeParse(kind);
    // Of a kind that this version does not know, from before it.
    if (!about.success || !known.success) return [];
    const { agreement } = about.data;
    const row = agreement === undefined ? undefined : agreementRow.safeParse(readStore.get('agreement-row', agreement, audiences)?.body).data;
    return [
      {
        seq,
        id,
        kind: known.data,
        at,
        read,
        ...(lead === undefined ? {} : { lead }),
        about: about.data,
        ...(row?.title ? { title: row.title } : {}),
      },
    ];
  }
}
