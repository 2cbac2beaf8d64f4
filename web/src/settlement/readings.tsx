import type { CalendarDate } from '@lianyu/domain/kernel';
import { beginOfSharing } from '@lianyu/domain/settlement';
import { evaluate, type Figure, type SharingTerm } from '@lianyu/domain/sharing';
import type { FigureDocument, MilestoneDocument, ProposalDocument, SignedAgreement } from '@lianyu/projections/folds';
import { sharingReference } from '@lianyu/reference-data/taxes';
import type { TFunction } from 'i18next';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type Reported, useFigures } from '../figures/use-figures.ts';
import { useRows } from '../live/index.ts';
import { type OtherTerm, Readings } from '../sharing/readings/readings.tsx';
import { Card, EmptyState, PageHead, Skeleton } from '../ui/index.ts';
import { accountIn, accountPath } from './address.ts';
import { Internal } from './internal.tsx';
import { today, useBilingual } from './words.ts';
import './settlement.css';

/** Two readings of the signed terms over what all have confirmed: what the other reading would have given, period by period. */
export function Component() {
  const { t } = useTranslation();
  const id = accountIn(useParams());
  const textOf = useBilingual();
  const topic = useRows(`agreement/${id.agreement}`);
  const { reported, state } = useFigures(id.agreement);
  const signed = topic.rows.find(({ kind }) => kind === 'signed-agreement')?.body as SignedAgreement | undefined;
  const clause = signed?.content.clauses.find((each) => each.id === id.clause);
  const term = clause?.body.kind === 'sharing' ? (clause.body.term as SharingTerm) : undefined;
  const others = useMemo(
    () =>
      othersIn(
        topic.rows.filter(({ kind }) => kind === 'proposal').map(({ body }) => body as ProposalDocument),
        id.clause,
        signed?.digest,
        t,
      ),
    [topic.rows, id.clause, signed, t],
  );
  const force = signed?.effectiveOn ?? signed?.concludedOn ?? today();
  const from = term && term.node !== 'share' ? beginOfSharing({ effectiveFrom: force as CalendarDate, term }) : force;
  const compute = useCallback((read: SharingTerm) => evaluate(inputWith(read, from, reported)), [from, reported]);
  const parties = useMemo(() => (signed?.content.parties ?? []).map(({ organisation }) => organisation as string), [signed]);
  if (topic.state === 'loading' || state === 'loading') return <Skeleton />;
  return (
    <main className="page settlement" id="content">
      <PageHead over={<Link to={accountPath(id)}>{clause ? textOf(clause.heading) : id.clause}</Link>} title={t('sharing.reading.title')} />
      <Internal ledger={id.ledger} />
      <Card>
        {!term || !reported.reporting ? (
          <EmptyState title={t('sharing.reading.onlyParties')} />
        ) : (
          <>
            <p className="muted small">{t('sharing.reading.approved', { count: reported.figures.filter(counts).length })}</p>
            <Readings term={term} parties={parties} others={others} evaluate={compute} from={from} />
          </>
        )}
      </Card>
    </main>
  );
}

/** The same clause in what was proposed on the way to what was signed. */
function othersIn(proposals: readonly ProposalDocument[], clause: string, signed: string | undefined, t: TFunction): readonly OtherTerm[] {
  return proposals.flatMap(({ number, digest, content }) => {
    const body = content.clauses.find(({ id }) => id === clause)?.body;
    return digest === signed || body?.kind !== 'sharing'
      ? []
      : [{ key: digest, label: t('agreements.round', { number }), term: body.term as SharingTerm }];
  });
}

const counts = ({ phase }: Pick<FigureDocument, 'phase'>) => phase === 'confirmed' || phase === 'withdrawing';

/** What all have confirmed, as the engine takes it. */
function inputWith(term: SharingTerm, from: string, { figures, milestones }: Reported): Parameters<typeof evaluate>[0] {
  return {
    versions: [{ digest: '0'.repeat(64) as never, clause: 'reading', effectiveFrom: from as never, term }],
    figures: figures.filter(counts).map(figureOf),
    milestones: milestones
      .filter(counts)
      .map(({ eventId, kind, on, company }: MilestoneDocument) => ({ eventId, kind, on, ...(company ? { company: company.code } : {}) })),
    reference: sharingReference,
    knownAt: new Date().toISOString() as never,
    through: today() as never,
  };
}

function figureOf({ eventId, measure, party, company, period, amount, effectiveOn, consolidated, estimated }: FigureDocument): Figure {
  return {
    eventId,
    measure,
    party,
    ...(company ? { company: company.code } : {}),
    period,
    amount,
    effectiveOn,
    flags: [...(consolidated ? [consolidated] : []), ...(estimated ? (['estimated'] as const) : [])],
  };
}
