import { useTranslation } from 'react-i18next';

/** 内部考核口径，不得对外发布: on every screen that shows appraisal, and on its print. */
export function Internal({ ledger }: { ledger: 'official' | 'appraisal' }) {
  const { t } = useTranslation();
  if (ledger === 'official') return null;
  return (
    <p className="internal" role="note">
      {t('sharing.internalWords')}
    </p>
  );
}
