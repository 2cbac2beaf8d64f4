import { agreementContent } from '@lianyu/domain/agreements';
import type { RegistrationPage } from '@lianyu/projections/folds';
import { proposalDigest, transcriptionDigest } from '@lianyu/proofs';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PaperDocument } from '../agreements/document/document.tsx';
import { Moves } from '../agreements/page/moves.tsx';
import type { AgreementView } from '../agreements/page/use-agreement.ts';
import { Hash, Tag } from '../ui/index.ts';
import { PaperFacts } from './facts.tsx';
import { Scan } from './scan.tsx';
import './registration.css';

/** A registration that waits, or was withdrawn: the transcription beside the scan, and what is still missing. */
export function RegistrationBody({ view, registration, side }: { view: AgreementView; registration: RegistrationPage; side: ReactNode }) {
  const { t } = useTranslation();
  const { state, withdrawn } = registration;
  return (
    <>
      <div className={state === 'withdrawn' ? 'ended' : 'older'} role="status">
        {state === 'withdrawn'
          ? t('registration.page.withdrawn', { reason: withdrawn ?? '' })
          : t(state === 'completed' ? 'registration.page.completed' : 'registration.page.waiting')}
        <div className="small">{t('registration.page.rendered')}</div>
      </div>
      <div className="registration-columns">
        <PaperDocument content={agreementContent.parse(registration.content)} under={<TranscriptionLine registration={registration} />} />
        <Scan scan={registration.scan} />
        <aside className="side">
          {side}
          <PaperFacts registration={registration} />
          {view.moves.length > 0 && <Moves moves={view.moves} />}
        </aside>
      </div>
    </>
  );
}

/** What one would confirm: computed here from what is shown (PF-2). */
function TranscriptionLine({ registration }: { registration: RegistrationPage }) {
  const { t, i18n } = useTranslation();
  const holds = useMemo(() => digestHolds(registration), [registration]);
  return (
    <div lang={i18n.language === 'en' ? 'en' : 'zh-CN'}>
      <div>
        {t('registration.page.transcriptionDigest')} SHA-256 <Hash value={registration.transcription} />{' '}
        {holds && <Tag tone="ok">{t('registration.page.digestHolds')}</Tag>}
      </div>
      {!holds && (
        <div role="alert" className="loud">
          <b>{t('registration.page.digestBroken')}</b>
        </div>
      )}
    </div>
  );
}

function digestHolds({ content, text, renderer, digest, paper, scan, transcription }: RegistrationPage): boolean {
  return proposalDigest({ content, text, renderer }) === digest && transcriptionDigest({ digest, paper, scan }) === transcription;
}
