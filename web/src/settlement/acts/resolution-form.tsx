import type { CommandData } from '@lianyu/contract';
import { calendarDate } from '@lianyu/domain/kernel';
import { type ResolutionEffect, type Resolver, resolutionEffect, resolver } from '@lianyu/domain/settlement';
import type { DisputeDocument } from '@lianyu/projections/folds';
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileField } from '../../files/file-field.tsx';
import type { KeptFile } from '../../files/upload.ts';
import { Ask, amountFrom, amountText, Field } from '../../ui/index.ts';
import { today, unitOfSubject } from '../words.ts';
import type { Shared } from './dialog.tsx';

type Resolution = Pick<CommandData<'propose-resolution'>, 'amount' | 'by' | 'effect' | 'basis'>;

interface Props extends Shared {
  readonly dispute: DisputeDocument;
  readonly onSend: (resolution: Resolution) => void;
}

/** What the line is to be worth, who resolved it and on what basis; it takes effect when the others agree. */
export function ResolutionForm({ dispute, onSend, words, ...shared }: Props) {
  const { t } = useTranslation();
  const unit = unitOfSubject(dispute.subject);
  const [amount, setAmount] = useState('');
  const [by, setBy] = useState<Resolver>();
  const [effect, setEffect] = useState<ResolutionEffect>();
  const [text, setText] = useState('');
  const [resolvedOn, setResolvedOn] = useState(today());
  const [documents, setDocuments] = useState<readonly KeptFile[]>([]);
  const read = amountFrom(amount, unit);
  const on = calendarDate.safeParse(resolvedOn).data;
  const ready = read !== undefined && by !== undefined && effect !== undefined && on !== undefined && text.trim() !== '';
  return (
    <Ask
      {...shared}
      disabled={!ready}
      onOk={() => ready && onSend({ amount: read, by, effect, basis: { text: text.trim(), documents: [...documents], resolvedOn: on } })}
    >
      {words}
      <div className="small">
        {t('settlement.dispute.stated')} {amountText(dispute.stated, unit)} · {t('settlement.dispute.claimed')} {amountText(dispute.claimed, unit)}
      </div>
      <Field label={t('settlement.resolution.amount')}>
        {(ids) => <Input {...ids} className="num" maxLength={30} value={amount} onChange={(event) => setAmount(event.target.value)} />}
      </Field>
      <Field label={t('settlement.resolution.by')}>
        {(ids) => (
          <Radio.Group
            {...ids}
            value={by ?? null}
            onChange={(event) => setBy(event.target.value as Resolver)}
            options={resolver.options.map((value) => ({ value, label: t(`settlement.resolver.${value}`) }))}
          />
        )}
      </Field>
      <Field label={t('settlement.resolution.effect')}>
        {(ids) => (
          <Radio.Group
            {...ids}
            value={effect ?? null}
            onChange={(event) => setEffect(event.target.value as ResolutionEffect)}
            options={resolutionEffect.options.map((value) => ({ value, label: t(`settlement.effect.${value}`) }))}
          />
        )}
      </Field>
      <Field label={t('settlement.resolution.text')}>
        {(ids) => <Input.TextArea {...ids} rows={3} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <Field label={t('settlement.resolution.on')}>
        {(ids) => <Input {...ids} type="date" value={resolvedOn} onChange={(event) => setResolvedOn(event.target.value)} />}
      </Field>
      <FileField label={t('settlement.dispute.documents')} files={documents} most={10} onChange={setDocuments} />
    </Ask>
  );
}
