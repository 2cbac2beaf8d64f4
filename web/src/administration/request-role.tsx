import { commands } from '@lianyu/contract';
import { role as roles } from '@lianyu/domain/organisations';
import type { MembershipDocument } from '@lianyu/projections/folds';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../i18n/format.ts';
import { Ask, Field, useCommand } from '../ui/index.ts';
import type { NameOfMember } from './members.tsx';

interface Given {
  readonly organisation: MembershipDocument['organisation'];
  readonly members: MembershipDocument['members'];
  readonly nameOf: NameOfMember;
  readonly onClose: () => void;
}

/** Asks for a role; somebody else approves it. */
export function RequestRole({ organisation, members, nameOf, onClose }: Given) {
  const { t } = useTranslation();
  const { give, busy, refusal } = useCommand();
  const [member, setMember] = useState<string>();
  const [role, setRole] = useState<string>();
  const [from, setFrom] = useState(() => formatDay(new Date().toISOString()));
  const [until, setUntil] = useState('');
  const asked = commands['request-role-grant'].safeParse({ organisation, member, role, from, ...(until === '' ? {} : { until }) });
  async function request(): Promise<void> {
    if (asked.success && (await give('request-role-grant', asked.data))) onClose();
  }
  return (
    <Ask
      title={t('administration.grant')}
      ok={t('administration.grant')}
      open
      busy={busy}
      refusal={refusal}
      disabled={!asked.success}
      onCancel={onClose}
      onOk={() => void request()}
    >
      <div>{t('administration.grantNote')}</div>
      <Field label={t('administration.member')}>
        {(ids) => (
          <Select<string> {...ids} value={member ?? null} onChange={setMember} options={members.map((id) => ({ value: id, label: nameOf(id) }))} />
        )}
      </Field>
      <Field label={t('administration.role')}>
        {(ids) => (
          <Select<string>
            {...ids}
            value={role ?? null}
            onChange={setRole}
            options={roles.options.map((value) => ({ value, label: t(`terms.role.${value}`) }))}
          />
        )}
      </Field>
      <div className="pair">
        <Field label={t('administration.fromDay')}>
          {(ids) => <Input {...ids} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />}
        </Field>
        <Field label={t('administration.untilDay')}>
          {(ids) => <Input {...ids} type="date" min={from} value={until} onChange={(event) => setUntil(event.target.value)} />}
        </Field>
      </div>
    </Ask>
  );
}
