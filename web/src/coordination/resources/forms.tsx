import { calendarDate, organisationId } from '@lianyu/domain/kernel';
import { type Pool, type Resource, resource as resources, resourceUnits } from '@lianyu/domain/resources';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../settlement/words.ts';
import { Ask, amountFrom, Field, useCommand, useOrganisations } from '../../ui/index.ts';
import { useWords } from '../words.ts';

/** 登记下达: the zone, year and resource decide which ledger it is entered in. @param zone the viewer's own, where it is one */
export function AllotForm({ zone, onClose }: { zone: string | undefined; onClose: () => void }) {
  const { t } = useWords();
  const { t: common, i18n } = useTranslation();
  const { give, busy, refusal } = useCommand();
  const organisations = [...useOrganisations().values()].filter(({ profile }) => profile.kind === 'zone');
  const [typed, setTyped] = useState({
    zone: zone ?? '',
    year: today().slice(0, 4),
    resource: 'land' as Resource,
    pool: 'ordinary' as Pool,
    amount: '',
    on: today() as string,
    issuedBy: '',
    documentNumber: '',
    note: '',
  });
  const set = (change: Partial<typeof typed>) => setTyped({ ...typed, ...change });
  const unit = resourceUnits[typed.resource];
  const amount = amountFrom(typed.amount, unit);
  const ready =
    typed.zone !== '' &&
    /^20\d\d$/.test(typed.year) &&
    amount !== undefined &&
    /^[1-9]/.test(amount) &&
    typed.issuedBy.trim() !== '' &&
    typed.documentNumber.trim() !== '';
  const send = async () => {
    const { resource, pool, on, issuedBy, documentNumber, note } = typed;
    const ledger = { zone: organisationId.parse(typed.zone), year: Number(typed.year), resource };
    const basis = { issuedBy, documentNumber };
    if (await give('allot-quota', { ...ledger, pool, amount: amount ?? '', on: calendarDate.parse(on), basis, note })) onClose();
  };
  const title = t('resources.command.allot-quota');
  return (
    <Ask open title={title} ok={title} busy={busy} refusal={refusal} disabled={!ready} onCancel={onClose} onOk={() => void send()}>
      {zone === undefined && (
        <Field label={t('resources.zone')}>
          {(ids) => (
            <Select
              {...ids}
              showSearch={{ optionFilterProp: 'label' }}
              value={typed.zone === '' ? null : typed.zone}
              onChange={(value: string) => set({ zone: value })}
              options={organisations.map(({ id, profile }) => ({
                value: id as string,
                label: profile.shortName[i18n.language === 'en' ? 'en' : 'zh'],
              }))}
            />
          )}
        </Field>
      )}
      <Field label={t('resources.year')}>
        {(ids) => <Input {...ids} inputMode="numeric" maxLength={4} value={typed.year} onChange={(event) => set({ year: event.target.value })} />}
      </Field>
      <Field label={t('resources.resource')}>
        {(ids) => (
          <Select
            {...ids}
            value={typed.resource}
            onChange={(value: Resource) => set({ resource: value })}
            options={resources.options.map((value) => ({ value, label: t(`resources.of.${value}`) }))}
          />
        )}
      </Field>
      <PoolField value={typed.pool} onChange={(value) => set({ pool: value })} />
      <Field label={`${t('resources.column.amount')}（${common(`sharing.unit.${unit}`)}）`}>
        {(ids) => <Input {...ids} className="num" maxLength={30} value={typed.amount} onChange={(event) => set({ amount: event.target.value })} />}
      </Field>
      <BasisFields {...typed} onChange={set} />
      <Field label={t('resources.note')}>
        {(ids) => <Input {...ids} maxLength={500} value={typed.note} onChange={(event) => set({ note: event.target.value })} />}
      </Field>
    </Ask>
  );
}

export function PoolField({ value, onChange }: { value: Pool; onChange: (pool: Pool) => void }) {
  const { t } = useWords();
  return (
    <Field label={t('resources.poolLabel')}>
      {(ids) => (
        <Select
          {...ids}
          value={value}
          onChange={onChange}
          options={(['ordinary', 'listed'] as const).map((pool) => ({ value: pool, label: t(`resources.pool.${pool}`) }))}
        />
      )}
    </Field>
  );
}

interface BasisTyped {
  readonly on: string;
  readonly issuedBy: string;
  readonly documentNumber: string;
}

/** By which paper, of which day. */
export function BasisFields({ on, issuedBy, documentNumber, onChange }: BasisTyped & { onChange: (change: Partial<BasisTyped>) => void }) {
  const { t } = useWords();
  return (
    <>
      <Field label={t('resources.column.on')}>
        {(ids) => <Input {...ids} type="date" value={on} onChange={(event) => onChange({ on: event.target.value })} />}
      </Field>
      <Field label={t('resources.issuedBy')}>
        {(ids) => <Input {...ids} maxLength={120} value={issuedBy} onChange={(event) => onChange({ issuedBy: event.target.value })} />}
      </Field>
      <Field label={t('resources.documentNumber')}>
        {(ids) => <Input {...ids} maxLength={80} value={documentNumber} onChange={(event) => onChange({ documentNumber: event.target.value })} />}
      </Field>
    </>
  );
}
