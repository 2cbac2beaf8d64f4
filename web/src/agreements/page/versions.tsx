import type { SignedAgreement } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Tag } from '../../ui/index.ts';

/** The versions of the text with their days, each a way to its text as a redline against the one before. */
export function Versions({ signed: { versions, version: inEffect, stage } }: { signed: SignedAgreement }) {
  const { t } = useTranslation();
  return (
    <ul className="filings">
      {[...versions].reverse().map(({ version, effectiveFrom, amendment }) => (
        <li key={version}>
          <Link to={`?version=${version}`}>{t('agreements.versions.number', { number: version })}</Link>
          <span className="small">
            {effectiveFrom !== undefined && t('agreements.versions.from', { date: effectiveFrom })}{' '}
            {version === inEffect && stage === 'in-force' && <Tag tone="ok">{t('agreements.versions.inEffect')}</Tag>}
            {version > inEffect && stage === 'in-force' && <Tag tone="wait">{t('agreements.versions.toCome')}</Tag>}
          </span>
          {amendment && (
            <Link className="small" to={`/agreements/${amendment.agreement}`}>
              {amendment.number}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
