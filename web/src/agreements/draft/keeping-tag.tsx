import { useTranslation } from 'react-i18next';
import { Tag } from '../../ui/index.ts';
import type { Keeping } from './use-kept-draft.ts';

/** Whether what stands on the screen is kept. */
export function KeepingTag({ keeping, revision }: { keeping: Keeping; revision: number }) {
  const { t } = useTranslation();
  return (
    <span role="status">
      {keeping === 'saved' && revision > 0 && <Tag tone="ok">{t('agreements.draft.saved', { revision })}</Tag>}
      {keeping === 'saving' && <Tag tone="act">{t('agreements.draft.saving')}</Tag>}
      {keeping === 'changed' && <Tag tone="wait">{t('agreements.draft.notSaved')}</Tag>}
      {keeping === 'conflict' && <Tag tone="fail">{t('agreements.draft.notSaved')}</Tag>}
      {keeping === 'failed' && <Tag tone="fail">{t('agreements.draft.failed')}</Tag>}
    </span>
  );
}
