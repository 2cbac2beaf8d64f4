import type { VersionDocument } from '@lianyu/projections/folds';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Hash, Tag } from '../../ui/index.ts';
import { PaperDocument } from '../document/document.tsx';
import { type Checked, checkText, type StoredText } from '../document/stored-text.ts';
import { Verbatim } from '../document/verbatim.tsx';
import type { Comparison } from './comparison.ts';
import { Signatures } from './signatures.tsx';
import type { AgreementView } from './use-agreement.ts';

/** The document in front of the viewer: what is signed, or a proposal, with digest, signatures and seals. */
export function AgreementPaper({ view, comparison: { shown, before, current } }: { view: AgreementView; comparison: Comparison }) {
  const checked = useMemo(() => shown && checkText(shown), [shown]);
  if (!shown || !checked) return null;
  const under = <DigestLine shown={shown} checked={checked} number={shown === view.signed ? view.signed.number : undefined} />;
  // Signatures and seals are about the current text alone; those of a later version stand on the agreement that made it.
  const version = view.versions.find((each) => each === shown);
  const signatures = version ? <MadeBy version={version} /> : current && <Signatures view={view} shown={shown} checked={checked} />;
  if (checked.text === 'rendered') {
    return (
      <PaperDocument content={shown.content} before={before} under={under}>
        {signatures}
      </PaperDocument>
    );
  }
  return (
    <article className="paper card">
      <div className="under">{under}</div>
      <Verbatim text={shown.text.zh} />
      {signatures}
    </article>
  );
}

function MadeBy({ version: { amendment, number, effectiveFrom } }: { version: VersionDocument }) {
  const { t } = useTranslation();
  return (
    <p className="muted small">
      {t('agreements.versions.madeBy', { number, date: effectiveFrom })}{' '}
      <Link to={`/agreements/${amendment}`}>{t('agreements.versions.seeSeals')}</Link>
    </p>
  );
}

/** The browser computes the digest itself from data, text and renderer (PF-2), and says loudly when it is another. */
function DigestLine({
  shown,
  checked: { digestHolds, computed, text },
  number,
}: {
  shown: StoredText;
  checked: Checked;
  number: string | undefined;
}) {
  const { t, i18n } = useTranslation();
  return (
    <div lang={i18n.language === 'en' ? 'en' : 'zh-CN'}>
      {number !== undefined && <div className="number">{t('agreements.page.number', { number })}</div>}
      <div>
        {t('agreements.page.digest')} SHA-256 <Hash value={shown.digest} /> {digestHolds && <Tag tone="ok">{t('agreements.page.digestHolds')}</Tag>}
      </div>
      {text === 'verbatim' && <div>{t('agreements.page.verbatim', { renderer: shown.renderer })}</div>}
      {!digestHolds && (
        <div role="alert" className="loud">
          <b>{t('agreements.page.digestBroken')}</b>
          <div>
            {t('agreements.page.digestTold')} <Hash value={shown.digest} /> · {t('agreements.page.digestComputed')} <Hash value={computed} />
          </div>
        </div>
      )}
      {text === 'differs' && (
        <div role="alert" className="loud">
          {t('agreements.page.textDiffers')}
        </div>
      )}
    </div>
  );
}
