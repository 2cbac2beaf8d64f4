import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../i18n/format.ts';
import { usePeople } from '../../ui/index.ts';
import type { Theirs } from './use-kept-draft.ts';

/** A colleague has written into the same draft: said who and when, and chosen by the person; nothing is written over unasked. */
export function Conflict({ theirs, onTake, onKeep }: { theirs: Theirs | undefined; onTake: () => void; onKeep: () => void }) {
  const { t } = useTranslation();
  const personOf = usePeople(theirs ? [theirs.updatedBy] : []);
  return (
    <div className="conflict" role="alert">
      <div>
        <b>{t('agreements.draft.conflict')}</b>
        {theirs && (
          <div className="small">
            {[theirs && personOf(theirs.updatedBy), formatInstant(theirs.updatedAt), t('agreements.draft.revision', { revision: theirs.revision })]
              .filter(Boolean)
              .join(' · ')}
          </div>
        )}
      </div>
      <span className="row">
        <Button disabled={!theirs?.content} onClick={onTake}>
          {t('agreements.draft.takeTheirs')}
        </Button>
        <Button disabled={!theirs} onClick={onKeep}>
          {t('agreements.draft.keepMine')}
        </Button>
      </span>
    </div>
  );
}
