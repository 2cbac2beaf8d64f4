import type { RegistrationPage } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { Part } from '../agreements/page/part.tsx';
import { PreviewButton } from '../files/preview/preview-button.tsx';
import { addressOf } from '../files/upload.ts';
import { formatDay } from '../i18n/format.ts';
import { Card, Hash, Tag, useNames } from '../ui/index.ts';
import { signedOnText } from './signed-on.ts';
import '../agreements/page/side.css';

const tones = { verified: 'ok', partly: 'wait', unverified: 'wait' } as const;

/**
 * What is known of the paper, where that was read, and whose word on the transcription is there.
 * @param scan to be opened from here, where it does not stand beside it
 */
export function PaperFacts({ registration, scan }: { registration: RegistrationPage; scan?: RegistrationPage['scan'] }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const { paper, registrar, published, imported, parties, objections, state } = registration;
  const { citation, verification, note } = paper.source;
  return (
    <Card title={t('registration.page.paper')}>
      <dl className="afterwards">
        <Part label={t('registration.page.signedOn')}>{signedOnText(t, paper.signedOn)}</Part>
        {paper.documentNumber !== '' && <Part label={t('registration.page.documentNumber')}>{paper.documentNumber}</Part>}
        <Part label={t('registration.page.source')}>
          <div>
            {citation} <Tag tone={tones[verification]}>{t(`registration.verification.${verification}`)}</Tag>
          </div>
          <div className="muted small">{t(published ? 'registration.page.published' : 'registration.page.own', { name: nameOf(registrar) })}</div>
          {imported && <div className="muted small">{t('registration.page.imported', { name: imported.document.name, line: imported.line })}</div>}
        </Part>
        {scan && (
          <Part label={t('registration.page.scan')}>
            <a href={addressOf(scan)} download={scan.name}>
              {scan.name}
            </a>{' '}
            <Hash value={scan.digest} digits={8} /> <PreviewButton file={scan} />
          </Part>
        )}
        {note !== '' && <Part label={t('registration.page.note')}>{note}</Part>}
        <Part label={t('registration.page.confirmations')}>
          <ul className="filings">
            {parties.map(({ organisation, confirmedAt }) => {
              const objection = objections.find(({ party }) => party === organisation);
              return (
                <li key={organisation}>
                  <span>{nameOf(organisation)}</span>
                  {confirmedAt !== undefined ? (
                    <span className="small">{t('registration.page.confirmedOn', { date: formatDay(confirmedAt) })}</span>
                  ) : (
                    state === 'open' && (
                      <Tag tone={objection ? 'fail' : 'wait'}>{t(objection ? 'registration.page.objected' : 'registration.page.notConfirmed')}</Tag>
                    )
                  )}
                  {objection && <q className="small objection">{objection.reason}</q>}
                </li>
              );
            })}
          </ul>
        </Part>
      </dl>
    </Card>
  );
}
