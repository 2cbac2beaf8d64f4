import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { signedOnText } from '../../registration/signed-on.ts';
import { PageHead, Tag, useNames } from '../../ui/index.ts';
import { stageTone } from '../tones.ts';
import { TurnStrip } from './turn.tsx';
import type { AgreementView } from './use-agreement.ts';
import { WhoIsHere } from './who-is-here.tsx';

/** Title, state and turn: the three things that can be seen from across the room. */
export function Head({ view, actions, presence = true }: { view: AgreementView; actions?: ReactNode; presence?: boolean }) {
  const { t, i18n } = useTranslation();
  const nameOf = useNames();
  const { row, negotiation, signed, registration } = view;
  const stage = signed?.stage ?? negotiation?.stage ?? row?.stage;
  const title = (signed ?? registration)?.content.title ?? negotiation?.title ?? row?.title;
  const mode = (signed ?? registration)?.content.mode ?? negotiation?.mode ?? row?.mode;
  const parties = ((signed ?? registration)?.content.parties ?? negotiation?.parties ?? []).map(({ organisation }) => organisation as string);
  const between = (parties.length > 0 ? parties : (row?.parties ?? [])).map(nameOf).join(' — ');
  const over = [
    mode && t(`terms.mode.${mode}`),
    signed && t('agreements.page.signedAs', { number: signed.number, date: signed.concludedOn }),
    signed?.endedOn && t('agreements.page.endedSince', { date: signed.endedOn }),
    signed?.effectiveOn && !signed.endedOn && t('agreements.page.inForceSince', { date: signed.effectiveOn }),
    !signed && negotiation && t('agreements.round', { number: negotiation.current.number }),
    !signed && negotiation?.expiresOn && t('agreements.page.expiresOn', { date: negotiation.expiresOn }),
    !signed && registration && `${t('registration.page.signedOn')} ${signedOnText(t, registration.paper.signedOn)}`,
    !signed && !registration && row && t('agreements.began', { date: row.beganOn }),
  ].filter(Boolean);
  const purpose = (signed ?? view.proposals[0])?.content.purpose ?? row?.purpose;
  return (
    <>
      <PageHead
        over={over.join(' · ')}
        title={
          <>
            {title && <span className="agreement-title">{i18n.language === 'en' && title.en ? title.en : title.zh}</span>}
            <span className={title ? 'between' : ''}>{between}</span>
            {purpose && (
              <Link className="about-other" to={`/agreements/${purpose.agreement}`}>
                {t(`agreements.purpose.of.${purpose.kind}`, { number: purpose.number })}
              </Link>
            )}
          </>
        }
        actions={
          <>
            {presence && <WhoIsHere id={view.id} />}
            {(registration ?? signed?.registered) && <Tag tone="plain">{t('registration.mark')}</Tag>}
            {stage && <Tag tone={stageTone[stage]}>{t(`terms.stage.${stage}`)}</Tag>}
            {actions}
          </>
        }
      />
      {stage && !registration && <TurnStrip negotiation={negotiation} stage={stage} />}
    </>
  );
}
