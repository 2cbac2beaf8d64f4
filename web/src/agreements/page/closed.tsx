import type { AgreementRow } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { Card, Tag, useNames } from '../../ui/index.ts';
import { stageTone } from '../tones.ts';
import './closed.css';

/** What whoever is not a party may know before it is signed (AZ-2): who, where it stands, since when; and, calmly, why no more. */
export function Closed({ row }: { row: AgreementRow | undefined }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  return (
    <div className="closed-columns">
      <Card title={t('agreements.closed.title')}>
        <dl className="known-facts">
          {row && (
            <>
              <Fact label={t('agreements.column.parties')}>
                {row.parties.map((party) => (
                  <div key={party}>{nameOf(party)}</div>
                ))}
              </Fact>
              <Fact label={t('agreements.column.stage')}>
                <Tag tone={stageTone[row.stage]}>{t(`terms.stage.${row.stage}`)}</Tag>
              </Fact>
              <Fact label={t('agreements.column.began')}>{row.beganOn}</Fact>
              <Fact label={t('agreements.column.lastMove')}>{row.lastMoveOn}</Fact>
            </>
          )}
        </dl>
      </Card>
      <Card className="closed-paper">
        <svg viewBox="0 0 72 88" aria-hidden="true" className="closed-mark">
          <rect x="6" y="4" width="60" height="80" rx="4" />
          <path d="M18 24h36M18 36h36M18 48h22" />
          <path d="M28 66v-4a8 8 0 0 1 16 0v4M25 66h22v12H25z" />
        </svg>
        <h2>
          {t(
            row?.stage === 'declined' || row?.stage === 'withdrawn' || row?.stage === 'lapsed'
              ? 'agreements.closed.ended'
              : 'agreements.closed.heading',
          )}
        </h2>
        <p>{t('agreements.closed.why')}</p>
        <p className="muted small">{t('agreements.closed.when')}</p>
      </Card>
    </div>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
