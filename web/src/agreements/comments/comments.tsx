import type { AgreementContent } from '@lianyu/domain/agreements';
import type { CommentDocument } from '@lianyu/projections/folds';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/index.ts';
import { COMMENTS } from './clause-mark.tsx';
import { CommentForm } from './comment-form.tsx';
import { useDiscussion } from './context.ts';
import { Thread } from './thread.tsx';
import { titleOf } from './title-of.ts';
import './comments.css';

interface Props {
  readonly id: string;
  /** The current text, which is what one comments on. */
  readonly content: AgreementContent;
  readonly digest: string;
}

/** 条款意见: what is said clause by clause, to all parties or inside one's own; what was said of an earlier text says so. */
export function Comments({ id, content, digest }: Props) {
  const { t } = useTranslation();
  const discussion = useDiscussion();
  const [all, setAll] = useState(false);
  if (!discussion) return null;
  const { threads, chosen, open } = discussion;
  const shown = threads.filter(({ resolved }) => all || !resolved);
  const hidden = threads.length - shown.length;
  if (!open && threads.length === 0) return null;
  const order = content.clauses.map((clause) => clause.id);
  const groups = [...order.map((clause) => ({ clause, of: shown.filter((thread) => thread.clause === clause) })), gone(shown, order)];
  return (
    <Card title={t('comments.title')} className="comments-card">
      <div id={COMMENTS} />
      {open && <CommentForm id={id} digest={digest} content={content} key={`${chosen}${digest}`} />}
      {shown.length === 0 && <p className="muted small">{t('comments.none')}</p>}
      {groups
        .filter(({ of }) => of.length > 0)
        .map(({ clause, of }) => (
          <section key={clause ?? 'gone'}>
            <h3 className="small">{clause === undefined ? t('comments.gone') : titleOf(content, clause)}</h3>
            {of.map((thread) => (
              <Thread key={`${thread.only ?? ''}/${thread.comment}`} id={id} thread={thread} digest={digest} open={open} />
            ))}
          </section>
        ))}
      {(hidden > 0 || all) && (
        <Button size="small" type="link" onClick={() => setAll(!all)}>
          {all ? t('comments.hideResolved') : t('comments.showResolved', { count: hidden })}
        </Button>
      )}
    </Card>
  );
}

/** About clauses that do not stand in the text any more. */
function gone(threads: readonly CommentDocument[], order: readonly string[]) {
  return { clause: undefined, of: threads.filter(({ clause }) => !order.includes(clause)) };
}
