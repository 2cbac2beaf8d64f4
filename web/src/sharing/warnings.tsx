import { type SharingTerm, warningsInTerm } from '@lianyu/domain/sharing';
import { useTranslation } from 'react-i18next';
import { Tag, useNames, useOrganisations } from '../ui/index.ts';
import { useTreeWords } from './form/words/index.ts';
import './warnings.css';

/** That terms pass a share of tax on to a company, and where they do: nothing forbids to write it, everybody should see it. */
export function TermWarnings({ term }: { term: SharingTerm }) {
  const { t } = useTranslation();
  const organisations = useOrganisations();
  const nameOf = useNames();
  const tree = useTreeWords();
  const warnings = warningsInTerm(term, (organisation) => organisations.get(organisation)?.profile.kind === 'company');
  if (warnings.length === 0) return null;
  // The first form of terms has no form any more, and one place where parties have shares.
  const partOf = (path: string) => tree.field('money', term.node === 'share' ? 'bands' : (path.split('.')[0] ?? ''));
  const where = new Set(warnings.map(({ path, organisation }) => `${partOf(path)} · ${nameOf(organisation)}`));
  return (
    <p className="term-warning small" role="note">
      <Tag tone="fail">{t('sharing.warning.fairCompetition')}</Tag> {t('sharing.warning.shareToCompany')} {[...where].join('；')}
    </p>
  );
}
