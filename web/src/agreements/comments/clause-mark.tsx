import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDiscussion } from './context.ts';

export const COMMENTS = 'comments';

/** Beside a clause: how much is open about it, and the way to say something. */
export function ClauseMark({ clause }: { clause: string }) {
  const { t } = useTranslation();
  const discussion = useDiscussion();
  const open = discussion?.threads.filter((thread) => thread.clause === clause && !thread.resolved).length ?? 0;
  if (!discussion || (!discussion.open && open === 0)) return null;
  return (
    <Button
      size="small"
      type="text"
      className={open > 0 ? 'clause-mark some' : 'clause-mark'}
      onClick={() => {
        discussion.choose(clause);
        document.getElementById(COMMENTS)?.scrollIntoView({ block: 'start' });
      }}
    >
      {open === 0 ? t('comments.comment') : t('comments.count', { count: open })}
    </Button>
  );
}
