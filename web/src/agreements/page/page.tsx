import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useMe } from '../../app/session.tsx';
import { EmptyState, ErrorState, PageHead, Skeleton, Tag, useNames } from '../../ui/index.ts';
import { Replay } from '../history/replay.tsx';
import { stageTone } from '../tones.ts';
import { Actions } from './actions.tsx';
import { AgreementPaper } from './paper.tsx';
import { Moves, Parties, Procedure } from './side.tsx';
import { type AgreementView, useAgreement } from './use-agreement.ts';
import { WhoIsHere } from './who-is-here.tsx';
import './page.css';

/** The agreement as a document, with whose turn it is, what one may do, and what has passed. */
export function Component() {
  const { id = '' } = useParams();
  const agreement = useAgreement(id);
  const [search, setSearch] = useSearchParams();
  const moment = Number(search.get('moment') ?? 0);
  const step = (to: number | undefined) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (to === undefined) next.delete('moment');
      else next.set('moment', String(to));
      return next;
    }, { replace: true });

  if (agreement.state === 'not-found') return <Missing />;
  if (agreement.state === 'failed' && agreement.error) return <ErrorState error={agreement.error} retry={agreement.retry} />;
  if (agreement.state === 'loading') return <Skeleton />;
  return (
    <main className="page" id="content">
      {moment > 0 ? <Replay id={id} moment={moment} onStep={step} /> : <Now view={agreement.view} version={agreement.version} onReplay={() => step(1)} />}
    </main>
  );
}

function Missing() {
  const { t } = useTranslation();
  return (
    <main className="page" id="content">
      <EmptyState title={t('common.notFound')} />
    </main>
  );
}

function Now({ view, version, onReplay }: { view: AgreementView; version: string; onReplay: () => void }) {
  const { t } = useTranslation();
  const { negotiation, signed } = view;
  const [compareWith, setCompareWith] = useState<number>();
  const current = negotiation?.current.number ?? 0;
  // While it is talked about, what changed is what one wants to see first.
  const against = compareWith ?? (signed || current < 2 ? 0 : current - 1);
  return (
    <>
      <Head
        view={view}
        actions={
          <>
            {negotiation && current > 1 && (
              <Select
                aria-label={t('agreements.page.compare')}
                value={against}
                onChange={setCompareWith}
                options={[{ value: 0, label: t('agreements.page.noCompare') }, ...negotiation.proposals.filter(({ number }) => number !== current).map(({ number }) => ({ value: number, label: t('agreements.page.compareWith', { number }) }))]}
              />
            )}
            {(negotiation || signed) && <Button onClick={onReplay}>{t('agreements.page.replay')}</Button>}
            {(negotiation || signed) && <Button onClick={() => print()}>{t('agreements.page.print')}</Button>}
          </>
        }
      />
      <Body view={view} compareWith={against} side={<Actions view={view} version={version} />} />
    </>
  );
}

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
