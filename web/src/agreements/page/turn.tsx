import type { NegotiationPage, Stage } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { useNames } from '../../ui/index.ts';
import { endOf, isBroken, standingOf, way } from './standing.ts';
import './turn.css';

/** How far it has come and whose turn it is, large enough to be seen from across the room. */
export function TurnStrip({ negotiation, stage }: { negotiation: NegotiationPage | undefined; stage: Stage }) {
  const { t } = useTranslation();
  const { organisation } = useMe();
  const nameOf = useNames();
  const standing = negotiation && standingOf(negotiation, organisation);
  const names = (standing?.parties ?? []).map(nameOf).join(t('agreements.sharing.comma'));
  const number = negotiation?.current.number ?? 0;
  return (
    <div className={`turn-strip ${standing ? (standing.own ? 'own' : 'others') : stage}`}>
      {standing && (
        <div className="whose" role="status">
          <strong>{standing.own ? t('agreements.yourTurn') : t('agreements.turn.waiting', { names })}</strong>
          <span>
            {t(`agreements.turn.${standing.what}`, { number })}
            {standing.own &&
              standing.parties.length > 1 &&
              ` · ${t('agreements.turn.also', {
                names: standing.parties
                  .filter((party) => party !== organisation)
                  .map(nameOf)
                  .join(t('agreements.sharing.comma')),
              })}`}
          </span>
        </div>
      )}
      <Way stage={stage} />
    </div>
  );
}

function Way({ stage }: { stage: Stage }) {
  const { t } = useTranslation();
  const end = endOf(stage);
  const reached = isBroken(stage) ? -1 : end ? way.length : (way as readonly Stage[]).indexOf(stage);
  return (
    <ol className="way" aria-label={t('agreements.turn.way')}>
      {way.map((each, index) => (
        <li key={each} className={index < reached ? 'done' : index === reached ? 'now' : ''} aria-current={index === reached ? 'step' : undefined}>
          {t(`terms.stage.${each}`)}
        </li>
      ))}
      {end && (
        <li className="over" aria-current="step">
          {t(`terms.stage.${end}`)}
        </li>
      )}
    </ol>
  );
}
