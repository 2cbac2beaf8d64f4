import { calendarDate } from '@lianyu/domain/kernel';
import type { Voucher } from '@lianyu/domain/settlement';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileField } from '../../files/file-field.tsx';
import type { KeptFile } from '../../files/upload.ts';
import { Ask, Field } from '../../ui/index.ts';
import { today } from '../words.ts';
import type { Shared } from './dialog.tsx';

/** A document of one hop while it is filled in. */
export interface TypedVoucher {
  readonly number: string;
  readonly on: string;
  readonly documents: readonly KeptFile[];
}
export const emptyVoucher = (): TypedVoucher => ({ number: '', on: today(), documents: [] });

export function voucherFrom({ number, on, documents }: TypedVoucher): Voucher | undefined {
  const day = calendarDate.safeParse(on).data;
  const [document] = documents;
  return number.trim() === '' || !day || !document ? undefined : { number: number.trim(), on: day, document };
}

export function VoucherFields({ typed, onChange }: { typed: TypedVoucher; onChange: (typed: TypedVoucher) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Field label={t('settlement.payment.voucher')}>
        {(ids) => <Input {...ids} maxLength={80} value={typed.number} onChange={(event) => onChange({ ...typed, number: event.target.value })} />}
      </Field>
      <Field label={t('settlement.payment.on')}>
        {(ids) => <Input {...ids} type="date" value={typed.on} onChange={(event) => onChange({ ...typed, on: event.target.value })} />}
      </Field>
      <FileField label={t('settlement.payment.document')} files={typed.documents} onChange={(documents) => onChange({ ...typed, documents })} />
    </>
  );
}

/** One hop of a transfer by its document. */
export function VoucherForm({ words, onSend, ...shared }: Shared & { onSend: (voucher: Voucher) => void }) {
  const [typed, setTyped] = useState(emptyVoucher);
  const voucher = voucherFrom(typed);
  return (
    <Ask {...shared} disabled={!voucher} onOk={() => voucher && onSend(voucher)}>
      {words}
      <VoucherFields typed={typed} onChange={setTyped} />
    </Ask>
  );
}
