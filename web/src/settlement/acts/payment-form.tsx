import { organisationId } from '@lianyu/domain/kernel';
import { capitalAmount, type Fen } from '@lianyu/domain/money';
import type { Voucher } from '@lianyu/domain/settlement';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { Ask, amountFrom, amountText, Field, useNames } from '../../ui/index.ts';
import type { AccountView } from '../use-account.ts';
import type { Shared } from './dialog.tsx';
import { emptyVoucher, VoucherFields, voucherFrom } from './voucher-form.tsx';

interface Props extends Shared {
  readonly view: AccountView;
  readonly to: string | undefined;
  readonly onSend: (payment: { to: ReturnType<typeof organisationId.parse>; amount: string; voucher: Voucher }) => void;
}

/** The payer's first hop: how much of what is owed, by which document; a part of it is enough. */
export function PaymentForm({ view, to, words, onSend, ...shared }: Props) {
  const { t } = useTranslation();
  const { organisation } = useMe();
  const nameOf = useNames();
  const [amount, setAmount] = useState('');
  const [typed, setTyped] = useState(emptyVoucher);
  const pair = view.account?.pairs.find((each) => each.from === organisation && (to === undefined || each.to === to));
  const read = amountFrom(amount, 'fen');
  const voucher = voucherFrom(typed);
  const payee = organisationId.safeParse(to ?? pair?.to).data;
  const ready = read !== undefined && read !== '0' && !read.startsWith('-') && voucher !== undefined && payee !== undefined;
  const capital = ready && BigInt(read) < 10n ** 18n ? capitalAmount(BigInt(read) as Fen) : undefined;
  return (
    <Ask {...shared} disabled={!ready} onOk={() => ready && onSend({ to: payee, amount: read, voucher })}>
      {words}
      {payee !== undefined && (
        <div className="small">
          {t('settlement.payment.to')} {nameOf(payee)}
          {pair &&
            ` · ${t('settlement.balance.open')} ${amountText(pair.open, 'fen')} · ${t('settlement.balance.inTransit')} ${amountText(pair.inTransit, 'fen')}`}
        </div>
      )}
      <Field label={t('settlement.payment.amount')} hint={capital}>
        {(ids) => (
          <Input
            {...ids}
            className="num"
            maxLength={30}
            suffix={t('sharing.unit.fen')}
            value={amount}
            onChange={(event) => setAmount(event.target.value)}
          />
        )}
      </Field>
      <VoucherFields typed={typed} onChange={setTyped} />
    </Ask>
  );
}
