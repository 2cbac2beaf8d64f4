import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { Exchanges } from '../../exchanges/exchanges.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/index.ts';
import { Actions } from '../acts/actions.tsx';
import { Comments } from '../comments/comments.tsx';
import { DiscussionProvider } from '../comments/provider.tsx';
import { Replay } from '../history/replay.tsx';
import { Obligations } from '../obligations/obligations.tsx';
import { Body } from './body.tsx';
import { CompareTools } from './compare-tools.tsx';
import { comparisonOf } from './comparison.ts';
import { Head } from './head.tsx';
import { type AgreementView, useAgreement } from './use-agreement.ts';
import './page.css';

/** The agreement as a document, with whose turn it is, what one may do, and what has passed. */
export function Component() {
  const { id = '' } = useParams();
  const agreement = useAgreement(id);
  const [search, set] = useAddress();
  const moment = Number(search.get('moment') ?? 0);

  if (agreement.state === 'not-found') return <Missing />;
  if (agreement.state === 'failed' && agreement.error) return <ErrorState error={agreement.error} retry={agreement.retry} />;
  if (agreement.state === 'loading') return <Skeleton />;
  return (
    <main className="page agreement" id="content">
      {Number.isSafeInteger(moment) && moment > 0 ? (
        <Replay id={id} moment={moment} onStep={(to) => set({ moment: to })} />
      ) : (
        <Now view={agreement.view} version={agreement.version} search={search} set={set} />
      )}
    </main>
  );
}

type Address = 'moment' | 'proposal' | 'version' | 'against';
type SetAddress = (change: Partial<Record<Address, number | undefined>>) => void;

/** What is looked at stands in the address, so that it can be sent to somebody. */
function useAddress(): [URLSearchParams, SetAddress] {
  const [search, setSearch] = useSearchParams();
  const set: SetAddress = (change) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(change)) {
          if (value === undefined) next.delete(name);
          else next.set(name, String(value));
        }
        return next;
      },
      { replace: true },
    );
  return [search, set];
}

function Missing() {
  const { t } = useTranslation();
  return (
    <main className="page" id="content">
      <EmptyState title={t('common.notFound')}>
        <Link to="/agreements">{t('agreements.title')}</Link>
      </EmptyState>
    </main>
  );
}

function Now({ view, version, search, set }: { view: AgreementView; version: string; search: URLSearchParams; set: SetAddress }) {
  const { t } = useTranslation();
  const comparison = comparisonOf(view, search);
  const newest = view.proposals[0];
  return (
    <DiscussionProvider view={view}>
      <Head
        view={view}
        actions={
          comparison.shown && (
            <>
              <CompareTools view={view} comparison={comparison} onChoose={set} />
              <Button onClick={() => set({ moment: 1, proposal: undefined, version: undefined, against: undefined })}>
                {t('agreements.page.replay')}
              </Button>
              <Button onClick={() => print()}>{t('agreements.page.print')}</Button>
            </>
          )
        }
      />
      <Body
        view={view}
        comparison={comparison}
        side={
          <>
            <Actions view={view} version={version} looking={comparison.current ? undefined : comparison.number} />
            {view.signed && <Obligations view={view} version={version} />}
            <Exchanges agreement={view.id} parties={view.row?.parties ?? []} />
            {newest && <Comments id={view.id} content={newest.content} digest={newest.digest} />}
          </>
        }
      />
      {!view.negotiation && !view.signed && !view.registration && <Exchanges agreement={view.id} parties={view.row?.parties ?? []} />}
    </DiscussionProvider>
  );
}
