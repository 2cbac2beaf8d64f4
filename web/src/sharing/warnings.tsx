import { type SharingTerm, warningsInTerm } from '@lianyu/domain/sharing';
import { useTranslation } from 'react-i18next';
import { Tag, useOrganisations } from '../ui/index.ts';
import './warnings.css';

/** That terms pass a share of tax on to a company, and where they do: nothing forbids to write it, everybody should see it. */
export function TermWarnings({ term }: { term: SharingTerm }) {
  const { t } = useTranslation();
  const organisations = useOrganisations();
  const warnings = warningsInTerm(term, (organisation) => organisations.get(organisation)?.profile.kind === 'company');
  if (warnings.length === 0) return null;
  return (
    <p className="term-warning small" role="note">
      <Tag tone="fail">{t('sharing.warning.fairCompetition')}</Tag> {t('sharing.warning.shareToCompany')}{' '}
      <code>{warnings.map(({ path }) => path).join(', ')}</code>
    </p>
  );
}
