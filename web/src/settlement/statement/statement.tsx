import type { PeriodKnown } from '@lianyu/contract';
import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { periodText } from '../../figures/numbers.ts';
import { useFigures } from '../../figures/use-figures.ts';
import { formatDay } from '../../i18n/format.ts';
import { EmptyState, ErrorState, PageHead, Skeleton, Tag, useAddress } from '../../ui/index.ts';
import { ActionsHere } from '../acts/actions.tsx';
import { type AccountId, accountIn, accountPath, apiPath } from '../address.ts';
import { Exports } from '../exports.tsx';
import { Internal } from '../internal.tsx';
import { Missing } from '../missing.tsx';
import { type AccountView, useAccount } from '../use-account.ts';
import { useHistory } from '../use-history.ts';
import { useSettlementActions } from '../use-settlement-actions.ts';
import { useBilingual, useSubject } from '../words.ts';
import { Answers } from './answers.tsx';
import { EntitlementBesideBooked } from './beside.tsx';
import { Disputes } from './disputes.tsx';
import { laterThan } from './later.ts';
import { Payments } from './payments.tsx';
import { Sheet } from './sheet.tsx';
import { TimeBar } from './time-bar.tsx';
import { useKnown } from './use-known.ts';
import '../settlement.css';
import './statement.css';

/** 结算单: one period of one account, as it stands and as it was known on any day, with why each number is what it is. */
export function Component() {
  const params = useParams();
  const id = accountIn(params);
  const from = params['from'] ?? '';
  const account = useAccount(id);
  if (account.state === 'failed' && account.error) return <ErrorState error={account.error} retry={account.retry} />;
  if (account.state === 'loading') return <Skeleton />;
  if (account.state === 'not-found' || !account.view.account) return <Missing />;
  return <Page key={`${apiPath(id)}/${from}`} id={id} from={from} view={account.view} />;
}

function Page({ id, from, view }: { id: AccountId; from: string; view: AccountView }) {
  const { t, i18n } = useTranslation();
  const textOf = useBilingual();
  const [search, set] = useAddress();
  const on = /^\d{4}-\d\d-\d\d$/.test(search.get('on') ?? '') ? (search.get('on') as string) : undefined;
  const { known, stale, error, retry } = useKnown(id, from, on, view.version);
  const { actions = [] } = useSettlementActions(`${apiPath(id)}/actions`, view.version);
  const moments = useHistory(id, view.version);
  const { reported } = useFigures(id.agreement);
  const statement = view.statements.find(({ period }) => period.from === from);
  const { account } = view;
  if (!account) return null;
  const period = statement?.period ?? known?.period;
  const later =
    known && on !== undefined
      ? laterThan(known.at, known.period, reported.figures, moments, { t, language: i18n.language === 'en' ? 'en' : 'zh' })
      : [];
  return (
    <main className="page settlement statement-page" id="content">
      <PageHead
        over={
          <>
            <Link to={`/agreements/${id.agreement}`}>{account.number}</Link> {textOf(account.title)} ·{' '}
            <Link to={accountPath(id)}>{textOf(account.heading)}</Link>
          </>
        }
        title={
          <>
            {t('settlement.statement')} {period && periodText(period)}{' '}
            {statement && <Tag tone={statement.phase === 'adopted' ? 'ok' : 'wait'}>{t(`settlement.phase.${statement.phase}`)}</Tag>}
          </>
        }
        actions={
          <>
            <Exports path={`${apiPath(id)}/periods/${from}`} asked={{ on }} />
            <Button className="no-print" onClick={() => print()}>
              {t('agreements.page.print')}
            </Button>
          </>
        }
      />
      <Internal ledger={id.ledger} />
      <TimeBar first={formatDay(account.openedAt)} on={on} moments={moments} later={later} onChoose={(day) => set({ on: day })} />
      {error ? (
        <ErrorState error={error} retry={retry} />
      ) : !known ? (
        <Skeleton />
      ) : (
        <div className={`statement-columns${stale ? ' stale' : ''}`} aria-busy={stale}>
          <Shown id={id} known={known} view={view} search={search} set={set} now={on === undefined} />
          <aside className="settlement-side">
            {on === undefined && (
              <section className="card actions-card no-print">
                <header>
                  <h2>{t('agreements.page.actions')}</h2>
                </header>
                <div className="body">
                  <ActionsHere id={id} view={view} actions={actions} here={({ about }) => about?.period === from} />
                  {!actions.some(({ about }) => about?.period === from) && <span className="muted">{t('agreements.page.nothing')}</span>}
                </div>
              </section>
            )}
            {statement && <Answers statement={statement} />}
            <Disputes
              id={id}
              view={view}
              disputes={view.disputes.filter((each) => each.period.from === from)}
              actions={on === undefined ? actions : []}
            />
            {id.ledger === 'official' && <Payments id={id} view={view} actions={on === undefined ? actions : []} />}
          </aside>
        </div>
      )}
    </main>
  );
}

interface ShownProps {
  readonly id: AccountId;
  readonly known: PeriodKnown;
  readonly view: AccountView;
  readonly search: URLSearchParams;
  readonly set: ReturnType<typeof useAddress>[1];
  readonly now: boolean;
}

/** The statement as booked, or the entitlement as known then; one subject at a time. */
function Shown({ id, known, view, search, set, now }: ShownProps) {
  const { t } = useTranslation();
  const subjectOf = useSubject();
  const booked = known.booked?.statements ?? [];
  const which = search.get('of') === 'entitlement' || booked.length === 0 ? 'entitlement' : 'booked';
  const statements = which === 'booked' ? booked : known.entitlement;
  const subjects = [...new Set([...booked, ...known.entitlement].map(({ subject }) => subject as string))];
  const subject = subjects.includes(search.get('subject') ?? '') ? (search.get('subject') as string) : subjects[0];
  const statement = statements.find((each) => each.subject === subject);
  const parties = (view.account?.parties ?? []) as readonly string[];
  return (
    <div className="stack">
      <div className="row no-print">
        {booked.length > 0 && (
          <Segmented<string>
            value={which}
            onChange={(of) => set({ of: of === 'booked' ? '' : of, line: undefined, party: undefined })}
            options={[
              { value: 'booked', label: t('settlement.which.booked') },
              { value: 'entitlement', label: t('settlement.which.entitlement') },
            ]}
          />
        )}
        {subjects.length > 1 && (
          <Segmented<string>
            value={subject ?? ''}
            onChange={(value) => set({ subject: value, line: undefined, party: undefined })}
            options={subjects.map((value) => ({ value, label: subjectOf(value) }))}
          />
        )}
      </div>
      {known.booked && !known.booked.verified && (
        <div className="loud" role="alert">
          {t('settlement.notVerified')}
        </div>
      )}
      {!known.booked && <p className="muted">{t(now ? 'settlement.notBookedYet' : 'settlement.notBookedThen')}</p>}
      {statement ? (
        <Sheet id={id} statement={statement} known={known} view={view} which={which} search={search} set={set} />
      ) : (
        <EmptyState title={t('settlement.nothingComputed')} />
      )}
      {statement && subject !== undefined && <EntitlementBesideBooked known={known} subject={subject} unit={statement.unit} parties={parties} />}
    </div>
  );
}
