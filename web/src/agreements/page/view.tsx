import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { EmptyState, PageHead, Tag, useNames } from '../../ui/index.ts';
import { stageTone } from '../tones.ts';
import { AgreementPaper } from './paper.tsx';
import { Moves, Parties, Procedure } from './side.tsx';
import type { AgreementView } from './use-agreement.ts';
import { WhoIsHere } from './who-is-here.tsx';

/** Title, state and turn: the three things that can be seen from across the room. */
export function Head({ view, actions }: { view: AgreementView; actions?: React.ReactNode }) {
  const { t, i18n } = useTranslation();
  const { organisation } = useMe();
  const nameOf = useNames();
  const { row, negotiation, signed } = view;
  const title = signed?.content.title ?? negotiation?.title ?? row?.title;
  const stage = signed?.stage ?? negotiation?.stage ?? row?.stage;
  const turn = negotiation?.turn ?? [];
  const parties = (negotiation?.parties.map((party) => party.organisation as string) ?? row?.parties ?? []).map((party) => nameOf(party)).join(' — ');
  const over = [
    negotiation ? t(`terms.mode.${negotiation.mode}`) : row?.mode && t(`terms.mode.${row.mode}`),
    signed && t('agreements.page.signedAs', { number: signed.number, date: signed.concludedOn }),
    signed?.effectiveOn && t('agreements.page.inForceSince', { date: signed.effectiveOn }),
    !signed && negotiation && t('agreements.round', { number: negotiation.current.number }),
    row && !negotiation && !signed && t('agreements.began', { date: row.beganOn }),
  ].filter(Boolean);
  return (
    <PageHead
      over={over.join(' · ')}
      title={title ? `${parties} ${i18n.language === 'en' && title.en ? title.en : title.zh}` : parties}
      actions={
        <>
          <WhoIsHere id={view.id} />
          {stage && <Tag tone={stageTone[stage]}>{t(`terms.stage.${stage}`)}</Tag>}
          {turn.length > 0 && (
            <span className="turn-tag">
              <Tag tone={turn.some((party) => party === organisation) ? 'act' : 'wait'}>{turn.some((party) => party === organisation) ? t('agreements.yourTurn') : t('agreements.turnOf', { names: turn.map((party) => nameOf(party)).join('、') })}</Tag>
            </span>
          )}
          {actions}
        </>
      }
    />
  );
}

/** Contents, paper and side. The side begins with what is given: what one can do now, or what a replay says. */
export function Body({ view, compareWith, side }: { view: AgreementView; compareWith: number; side?: React.ReactNode }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const { negotiation, signed, proposals } = view;
  if (!negotiation && !signed) {
    return (
      <div className="closed-to-you">
        <EmptyState title={t('agreements.page.closedToYou')} />
      </div>
    );
  }
  const current = proposals.find(({ number }) => number === negotiation?.current.number);
  const before = proposals.find(({ number }) => number === compareWith);
  return (
    <>
      {negotiation?.ended && (
        <div className="ended" role="status">
          {t(negotiation.ended.how === 'declined' ? 'agreements.page.endedDeclined' : 'agreements.page.endedWithdrawn', {
            name: nameOf(negotiation.ended.party),
            date: negotiation.ended.at.slice(0, 10),
            reason: negotiation.ended.reason,
          })}
        </div>
      )}
      <div className="agreement-columns">
        <Contents content={signed?.content ?? current?.content} before={before?.content} />
        <AgreementPaper view={view} current={current} before={before} />
        <aside className="side">
          {side}
          {negotiation && <Parties negotiation={negotiation} />}
          {view.clearance && <Procedure clearance={view.clearance} />}
          {view.moves.length > 0 && <Moves moves={view.moves} />}
        </aside>
      </div>
    </>
  );
}

type Content = NonNullable<AgreementView['signed']>['content'];

/** The clauses, with a mark at those that changed. */
function Contents({ content, before }: { content: Content | undefined; before: Content | undefined }) {
  const { t } = useTranslation();
  if (!content) return null;
  const touched = (id: string) => {
    if (!before) return false;
    const old = before.clauses.find((clause) => clause.id === id);
    return JSON.stringify(old) !== JSON.stringify(content.clauses.find((clause) => clause.id === id));
  };
  return (
    <nav className="card contents no-print" aria-label={t('agreements.page.contents')}>
      {content.clauses.map(({ id, heading }, index) => (
        <a key={id} href={`#clause-${id}`}>
          <span>
            {index + 1}. {heading.zh}
          </span>
          {touched(id) && (
            <i className="dot">
              <span className="hidden-text">{t('agreements.page.changed')}</span>
            </i>
          )}
        </a>
      ))}
    </nav>
  );
}
