import type { NegotiationPage } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { Card, Tag, useNames } from '../../ui/index.ts';
import { progressTone } from '../tones.ts';
import './side.css';

const ways = ['text-confirmed', 'ready', 'signed', 'sealed'] as const;
const reached = { reviewing: 0, 'text-confirmed': 1, 'in-internal-procedure': 1, ready: 2, signed: 3, sealed: 4 } as const;

/** Where each party stands, as all may know it: of another's internal procedure only that it is in it, or ready. */
export function Parties({ negotiation }: { negotiation: NegotiationPage }) {
  const { t } = useTranslation();
  const { organisation: own } = useMe();
  const nameOf = useNames();
  const ended = negotiation.ended !== undefined;
  return (
    <Card title={t('agreements.page.parties')}>
      {negotiation.parties.map(({ organisation, progress }) => (
        <div key={organisation} className="party">
          <b>
            {nameOf(organisation)}
            {organisation === own && <span className="muted small"> {t('agreements.page.ownParty')}</span>}
          </b>
          {!ended && <Tag tone={progressTone[progress]}>{t(`terms.progress.${progress}`)}</Tag>}
          <div className="steps">
            {ways.map((way, index) => (
              <span key={way} className={index < reached[progress] ? 'done' : index === reached[progress] && !ended ? 'now' : ''}>
                <i aria-hidden="true" />
                {t(`agreements.way.${way}`)}
                {index < reached[progress] && <span className="hidden-text">{t('agreements.page.reached')}</span>}
              </span>
            ))}
          </div>
        </div>
      ))}
      {negotiation.declined && (
        <div className="small" role="status">
          {t('agreements.page.partiesDeclined', { names: negotiation.declined.map(nameOf).join(t('agreements.sharing.comma')) })}
        </div>
      )}
      <div className="muted small">{t('agreements.page.progressNote')}</div>
    </Card>
  );
}
