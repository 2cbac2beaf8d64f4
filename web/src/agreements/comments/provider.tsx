import type { CommentDocument } from '@lianyu/projections/folds';
import { type ReactNode, useMemo, useState } from 'react';
import { useMe } from '../../app/session.tsx';
import { useRows } from '../../live/index.ts';
import type { AgreementView } from '../page/use-agreement.ts';
import { DiscussionContext } from './context.ts';

/** Around a page of which one's own organisation is a party: live, as everything on it. */
export function DiscussionProvider({ view, children }: { view: AgreementView; children: ReactNode }) {
  const { organisation } = useMe();
  const isParty = view.negotiation?.parties.some((party) => party.organisation === organisation) ?? false;
  return isParty ? <Discussing view={view}>{children}</Discussing> : children;
}

function Discussing({ view: { id, negotiation, signed }, children }: { view: AgreementView; children: ReactNode }) {
  const { rows } = useRows<CommentDocument>(`comments/${id}`, 'comment');
  const [chosen, choose] = useState<string>();
  const open = negotiation?.ended === undefined && signed === undefined;
  const discussion = useMemo(
    () => ({
      threads: rows.map(({ body }) => body).sort((one, other) => (one.at < other.at ? -1 : 1)),
      chosen,
      choose,
      open,
    }),
    [rows, chosen, open],
  );
  return <DiscussionContext value={discussion}>{children}</DiscussionContext>;
}
