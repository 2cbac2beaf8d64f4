import type { DisputeDocument } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../files/upload.ts';
import { formatInstant } from '../../i18n/format.ts';
import { amountText, Card, Tag, useNames } from '../../ui/index.ts';
import { ActionsHere } from '../acts/actions.tsx';
import type { AccountId } from '../address.ts';
import { disputeTone } from '../disputes/tone.ts';
import type { AccountView } from '../use-account.ts';
import type { SettlementAction } from '../use-settlement-actions.ts';
import { today, unitOfSubject } from '../words.ts';

interface Props {
  readonly id: AccountId;
  readonly view: AccountView;
  readonly disputes: readonly DisputeDocument[];
  readonly actions: readonly SettlementAction[];
}

/** The disputed lines of a statement: what is claimed and why, what is held back meanwhile, and how it is being resolved. */
export function Disputes({ id, view, disputes, actions }: Props) {
  const { t } = useTranslation();
  if (disputes.length === 0) return null;
  return (
    <Card title={t('settlement.dispute.title')}>
      <p className="muted small">{t('settlement.dispute.goesOn')}</p>
      <ul className="list">
        {disputes.map((dispute) => (
          <li key={dispute.dispute} id={`dispute-${dispute.dispute}`}>
            <Dispute id={id} view={view} dispute={dispute} actions={actions} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Dispute({ id, view, dispute, actions }: Omit<Props, 'disputes'> & { dispute: DisputeDocument }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const unit = unitOfSubject(dispute.subject);
  const overdue = dispute.state === 'open' && dispute.resolutionDue.on < today();
  const pending = dispute.proposals.find(({ state }) => state === 'pending');
  return (
    <div className="dispute">
      <div className="row">
        <b>{t('settlement.disputeNumber', { number: dispute.dispute })}</b>
        <Tag tone={disputeTone[dispute.state]}>{t(`settlement.dispute.state.${dispute.state}`)}</Tag>
        <span className="muted small">
          {nameOf(dispute.party)} · {formatInstant(dispute.at)}
        </span>
        {dispute.state === 'open' && (
          <Tag tone={overdue ? 'fail' : 'plain'}>
            {overdue
              ? t('settlement.overdueSince', { date: dispute.resolutionDue.on })
              : t('settlement.dispute.resolveByDate', { date: dispute.resolutionDue.on })}
          </Tag>
        )}
      </div>
      <dl className="facts">
        <dt>{t('settlement.dispute.line')}</dt>
        <dd>{nameOf(dispute.lineParty)}</dd>
        <dt>{t('settlement.dispute.stated')}</dt>
        <dd>{amountText(dispute.stated, unit)}</dd>
        <dt>{t('settlement.dispute.claimed')}</dt>
        <dd>
          <b>{amountText(dispute.claimed, unit)}</b>
        </dd>
        {dispute.held !== '0' && (
          <>
            <dt>{t('settlement.dispute.held')}</dt>
            <dd>{amountText(dispute.held.replace('-', ''), 'fen')}</dd>
          </>
        )}
        <dt>{t('common.reason')}</dt>
        <dd>{dispute.reason}</dd>
        {dispute.documents.length > 0 && (
          <>
            <dt>{t('settlement.dispute.documents')}</dt>
            <dd>
              {dispute.documents.map((document) => (
                <a key={document.digest} href={addressOf(document)} target="_blank" rel="noreferrer">
                  {document.name}
                </a>
              ))}
            </dd>
          </>
        )}
      </dl>
      {dispute.proposals.map((proposal) => (
        <div key={proposal.matter} className="proposal">
          <span className="muted small">
            {nameOf(proposal.party)} · {formatInstant(proposal.at)}
          </span>{' '}
          {t('settlement.resolution.proposed', {
            amount: amountText(proposal.amount ?? '0', unit),
            by: proposal.by ? t(`settlement.resolver.${proposal.by}`) : '',
          })}{' '}
          <Tag tone={proposal.state === 'agreed' ? 'ok' : proposal.state === 'pending' ? 'wait' : 'neutral'}>
            {t(`settlement.matter.state.${proposal.state}`)}
          </Tag>
          {proposal.basis && (
            <div className="small">
              {proposal.basis.text}（{proposal.basis.resolvedOn}）
            </div>
          )}
          {proposal.rejected && <div className="small refusal">{proposal.rejected.reason}</div>}
        </div>
      ))}
      {dispute.resolution && (
        <div className="resolved">
          {t('settlement.resolution.resolved', {
            amount: amountText(dispute.resolution.amount, unit),
            by: t(`settlement.resolver.${dispute.resolution.by}`),
          })}{' '}
          · {t(`settlement.effect.${dispute.resolution.effect}`)} · {formatInstant(dispute.resolution.at)}
        </div>
      )}
      {dispute.withdrawn && <div className="muted small">{dispute.withdrawn.reason}</div>}
      <ActionsHere
        id={id}
        view={view}
        actions={actions}
        here={({ about }) => about?.dispute === dispute.dispute || (pending !== undefined && about?.matter === pending.matter)}
      />
    </div>
  );
}
