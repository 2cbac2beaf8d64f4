import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../i18n/format.ts';
import { RegistrationBody } from '../../registration/body.tsx';
import { PaperFacts } from '../../registration/facts.tsx';
import { EmptyState, useNames } from '../../ui/index.ts';
import { Afterwards } from './afterwards.tsx';
import { Closed } from './closed.tsx';
import type { Comparison } from './comparison.ts';
import { Contents } from './contents.tsx';
import { Moves } from './moves.tsx';
import { AgreementPaper } from './paper.tsx';
import { Parties } from './parties.tsx';
import { Procedure } from './procedure.tsx';
import type { AgreementView } from './use-agreement.ts';

const endings = {
  declined: 'agreements.page.endedDeclined',
  withdrawn: 'agreements.page.endedWithdrawn',
  lapsed: 'agreements.page.endedLapsed',
} as const;

/** Contents, paper and side. The side begins with what is given: what one can do now, or nothing in a replay. */
export function Body({ view, comparison, side }: { view: AgreementView; comparison: Comparison; side?: ReactNode }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const { negotiation, signed, clearance, moves, row } = view;
  if (!negotiation && !signed)
    return view.registration ? <RegistrationBody view={view} registration={view.registration} side={side} /> : <Closed row={row} />;
  const { shown, before, current, number, version } = comparison;
  return (
    <>
      {negotiation?.ended && (
        <div className="ended" role="status">
          {t(endings[negotiation.ended.how], {
            name: nameOf(negotiation.ended.party ?? ''),
            date: formatDay(negotiation.ended.at),
            reason: negotiation.ended.reason,
          })}
        </div>
      )}
      {!current && (
        <div className="older" role="status">
          {version !== undefined
            ? t('agreements.versions.other', { number: version, current: signed?.version ?? 1 })
            : t(signed ? 'agreements.page.olderThanSigned' : 'agreements.page.older', {
                number: number ?? 0,
                current: negotiation?.current.number ?? 0,
              })}
        </div>
      )}
      {shown ? (
        <div className="agreement-columns">
          <Contents content={shown.content} before={before} />
          <AgreementPaper view={view} comparison={comparison} />
          <aside className="side">
            {side}
            {signed && <Afterwards signed={signed} />}
            {view.registration && <PaperFacts registration={view.registration} scan={signed?.registered?.scan} />}
            {negotiation && !signed && <Parties negotiation={negotiation} />}
            {clearance && <Procedure clearance={clearance} />}
            {moves.length > 0 && <Moves moves={moves} />}
          </aside>
        </div>
      ) : (
        <EmptyState title={t('agreements.page.textOnItsWay')} />
      )}
    </>
  );
}
