import { calendarDate, organisationId } from '@lianyu/domain/kernel';
import { type Pool, resourceUnits } from '@lianyu/domain/resources';
import type { QuotaHoldings } from '@lianyu/projections/folds';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../settlement/words.ts';
import { Ask, AskReason, amountFrom, amountText, Field, useCommand, useOrganisations } from '../../ui/index.ts';
import { useWords } from '../words.ts';
import { BasisFields, PoolField } from './forms.tsx';
import type { QuotaAction } from './use-ledger.ts';

interface Props {
  readonly action: QuotaAction;
  readonly holdings: QuotaHoldings;
  readonly onClose: () => void;
}

/** What an act on a ledger needs to be told, and the act. */
export function QuotaDialog({ action: { command, about }, holdings, onClose }: Props) {
  const { t } = useWords();
  const { t: common, i18n } = useTranslation();
  const { give, busy, refusal } = useCommand();
  const zones = [...useOrganisations().values()].filter(({ id, profile }) => profile.kind === 'zone' && id !== holdings.zone);
  const { zone, year, resource } = holdings;
  const ledger = { zone, year, resource };
  const unit = resourceUnits[resource];
  const reservation = holdings.reservations.find((one) => one.reservation === about);
  const transfer = holdings.transfers.find((one) => one.transfer === about);
  const most = command === 'return-used-quota' ? reservation?.used : reservation?.reserved;
  const [typed, setTyped] = useState({
    amount: most === undefined ? '' : amountText(most, unit),
    pool: 'ordinary' as Pool,
    purpose: '',
    to: '',
    words: '',
    on: today() as string,
    issuedBy: '',
    documentNumber: '',
  });
  const set = (change: Partial<typeof typed>) => setTyped({ ...typed, ...change });
  const amount = amountFrom(typed.amount, unit) ?? '';
  const title = t(`resources.command.${command as 'use-quota'}`);
  const shared = { open: true, title, ok: title, busy, refusal, onCancel: onClose };
  const after = (sent: unknown) => {
    if (sent !== undefined) onClose();
  };
  const positive = /^[1-9]/.test(amount);
  const papered = typed.issuedBy.trim() !== '' && typed.documentNumber.trim() !== '' && typed.on !== '';
  const basis = { issuedBy: typed.issuedBy, documentNumber: typed.documentNumber };
  const on = typed.on === '' ? calendarDate.parse(today()) : calendarDate.parse(typed.on);
  const amountField = (
    <Field label={`${t('resources.column.amount')}（${common(`sharing.unit.${unit}`)}）`}>
      {(ids) => <Input {...ids} className="num" maxLength={30} value={typed.amount} onChange={(event) => set({ amount: event.target.value })} />}
    </Field>
  );
  switch (command) {
    case 'allot-quota':
      return (
        <Ask
          {...shared}
          disabled={!positive || !papered}
          onOk={() => void give(command, { ...ledger, amount, pool: typed.pool, on, basis, note: '' }).then(after)}
        >
          <PoolField value={typed.pool} onChange={(pool) => set({ pool })} />
          {amountField}
          <BasisFields {...typed} onChange={set} />
        </Ask>
      );
    case 'reclaim-quota':
      return (
        <AskReason
          {...shared}
          danger
          disabled={!positive || !papered}
          onOk={(reason) => void give(command, { ...ledger, amount, pool: typed.pool, on, basis, reason }).then(after)}
        >
          <PoolField value={typed.pool} onChange={(pool) => set({ pool })} />
          {amountField}
          <BasisFields {...typed} onChange={set} />
        </AskReason>
      );
    case 'reserve-quota':
      return (
        <Ask
          {...shared}
          disabled={!positive || typed.purpose.trim() === ''}
          onOk={() => void give(command, { ...ledger, amount, pool: typed.pool, purpose: typed.purpose }).then(after)}
        >
          <Field label={t('resources.purpose')}>
            {(ids) => <Input {...ids} maxLength={200} value={typed.purpose} onChange={(event) => set({ purpose: event.target.value })} />}
          </Field>
          <PoolField value={typed.pool} onChange={(pool) => set({ pool })} />
          {amountField}
        </Ask>
      );
    case 'send-quota':
      return (
        <Ask
          {...shared}
          disabled={!positive || typed.to === ''}
          onOk={() => void give(command, { ...ledger, amount, pool: typed.pool, to: organisationId.parse(typed.to), words: typed.words }).then(after)}
        >
          <div>{t('resources.sendNote')}</div>
          <Field label={t('resources.partner')}>
            {(ids) => (
              <Select
                {...ids}
                showSearch={{ optionFilterProp: 'label' }}
                value={typed.to === '' ? null : typed.to}
                onChange={(to: string) => set({ to })}
                options={zones.map(({ id, profile }) => ({ value: id as string, label: profile.shortName[i18n.language === 'en' ? 'en' : 'zh'] }))}
              />
            )}
          </Field>
          <PoolField value={typed.pool} onChange={(pool) => set({ pool })} />
          {amountField}
          <Field label={t('resources.note')}>
            {(ids) => <Input {...ids} maxLength={500} value={typed.words} onChange={(event) => set({ words: event.target.value })} />}
          </Field>
        </Ask>
      );
    case 'use-quota':
      return reservation ? (
        <Ask
          {...shared}
          disabled={!positive || !papered}
          onOk={() => void give(command, { ...ledger, amount, reservation: reservation.reservation, on, evidence: basis }).then(after)}
        >
          <div>{reservation.purpose}</div>
          {amountField}
          <BasisFields {...typed} onChange={set} />
        </Ask>
      ) : null;
    case 'return-used-quota':
      return reservation ? (
        <AskReason
          {...shared}
          danger
          disabled={!positive}
          onOk={(reason) => void give(command, { ...ledger, amount, reservation: reservation.reservation, on, reason }).then(after)}
        >
          <div>{reservation.purpose}</div>
          {amountField}
        </AskReason>
      ) : null;
    case 'release-quota':
      return reservation ? (
        <AskReason
          {...shared}
          danger
          disabled={!positive}
          onOk={(reason) => void give(command, { ...ledger, amount, reservation: reservation.reservation, reason }).then(after)}
        >
          <div>{reservation.purpose}</div>
          {amountField}
        </AskReason>
      ) : null;
    case 'accept-quota':
      return transfer ? (
        <Ask {...shared} onOk={() => void give(command, { ...ledger, transfer: transfer.transfer }).then(after)}>
          {t('resources.acceptNote')}
        </Ask>
      ) : null;
    case 'decline-quota':
      return transfer ? (
        <AskReason {...shared} danger onOk={(reason) => void give(command, { ...ledger, transfer: transfer.transfer, reason }).then(after)} />
      ) : null;
    default:
      return null;
  }
}
