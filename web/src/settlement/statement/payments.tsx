import { capitalAmount, type Fen } from '@lianyu/domain/money';
import type { PaymentDocument } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../files/upload.ts';
import { amountText, Card, Tag, useNames } from '../../ui/index.ts';
import { ActionsHere } from '../acts/actions.tsx';
import type { AccountId } from '../address.ts';
import type { AccountView } from '../use-account.ts';
import type { SettlementAction } from '../use-settlement-actions.ts';
import { useBilingual } from '../words.ts';

interface Props {
  readonly id: AccountId;
  readonly view: AccountView;
  readonly actions: readonly SettlementAction[];
}

const stateTone = { 'on-its-way': 'wait', received: 'ok', withdrawn: 'neutral' } as const;

/** What is owed between the parties, and transfers on their way, hop by hop with their documents. */
export function Payments({ id, view, actions }: Props) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const pairs = view.account?.pairs ?? [];
  if (pairs.length === 0 && view.payments.length === 0) return null;
  return (
    <Card title={t('settlement.payment.title')}>
      {pairs.map((pair) => (
        <div key={`${pair.from} ${pair.to}`} className="pair">
          <b>
            {nameOf(pair.from)} → {nameOf(pair.to)}
          </b>
          <dl className="pair-amounts">
            {(['due', 'received', 'inTransit', 'held', 'open'] as const).map((column) => (
              <div key={column}>
                <dt>{t(`settlement.balance.${column}`)}</dt>
                <dd className="num">{amountText(pair[column], 'fen')}</dd>
              </div>
            ))}
          </dl>
          <div className="muted small capital">
            {pair.open !== '0' && BigInt(pair.open) < 10n ** 18n && `${t('settlement.capital')} ${capitalAmount(BigInt(pair.open) as Fen)}`}
          </div>
        </div>
      ))}
      <ActionsHere id={id} view={view} actions={actions} here={({ command }) => command === 'record-payment'} />
      <ul className="list">
        {[...view.payments].reverse().map((payment) => (
          <li key={payment.payment}>
            <Payment id={id} view={view} payment={payment} actions={actions} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Payment({ id, view, payment, actions }: Props & { payment: PaymentDocument }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const textOf = useBilingual();
  return (
    <div className="payment">
      <div className="row">
        <b>{t('settlement.payment.number', { number: payment.payment })}</b>
        <Tag tone={stateTone[payment.state]}>{t(`settlement.payment.state.${payment.state}`)}</Tag>
        <b>{amountText(payment.amount, 'fen')}</b>
        <span className="muted small">{payment.receivedOn}</span>
      </div>
      <ol className="hops">
        <li className="done">{nameOf(payment.from)}</li>
        {payment.hops.map((hop, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a hop is its place on the way
          <li key={index} className={hop.confirmed ? 'done' : hop.recorded ? 'open' : ''}>
            {hop.to.name ? textOf(hop.to.name) : nameOf(hop.to.organisation)}
            {hop.voucher && (
              <span className="small">
                {' '}
                <a href={addressOf(hop.voucher.document)} target="_blank" rel="noreferrer">
                  {hop.voucher.number}
                </a>{' '}
                {hop.voucher.on}
              </span>
            )}
            <span className="muted small">
              {' '}
              {t(hop.confirmed ? 'settlement.payment.confirmed' : hop.recorded ? 'settlement.payment.recorded' : 'settlement.payment.notYet')}
            </span>
            {hop.rejected && <span className="refusal small"> {hop.rejected.reason}</span>}
          </li>
        ))}
      </ol>
      {payment.withdrawn && <div className="muted small">{payment.withdrawn.reason}</div>}
      <ActionsHere id={id} view={view} actions={actions} here={({ about }) => about?.payment === payment.payment} />
    </div>
  );
}
