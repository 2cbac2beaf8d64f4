import { commands } from '@lianyu/contract';
import type { DelegableRole } from '@lianyu/domain/organisations';
import type { AgreementRow, MembershipDocument } from '@lianyu/projections/folds';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../i18n/format.ts';
import { useRows } from '../live/index.ts';
import { Ask, Field, fullest, useCommand } from '../ui/index.ts';
import { DocumentFields, documentFrom, typedDocument } from './document-fields.tsx';
import type { NameOfMember } from './members.tsx';

interface Given {
  readonly organisation: MembershipDocument['organisation'];
  /** Whom it may be delegated to. */
  readonly colleagues: MembershipDocument['members'];
  /** What the viewer holds and may delegate. */
  readonly roles: readonly DelegableRole[];
  readonly nameOf: NameOfMember;
  readonly onClose: () => void;
}

const ALL = 'all';

/** An office holder delegates a role for some days, by a document; an administrator approves it. */
export function RequestDelegation({ organisation, colleagues, roles, nameOf, onClose }: Given) {
  const { t, i18n } = useTranslation();
  const { give, busy, refusal } = useCommand();
  const { rows } = useRows<AgreementRow>('agreements', 'agreement-row');
  const [today] = useState(() => formatDay(new Date().toISOString()));
  const [delegate, setDelegate] = useState<string>();
  const [role, setRole] = useState<string | undefined>(roles.length === 1 ? roles[0] : undefined);
  const [scope, setScope] = useState(ALL);
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const [document, setDocument] = useState(() => typedDocument(today));
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const open = fullest(rows).flatMap(({ body }) =>
    body.title === undefined ? [] : [{ value: body.id as string, label: body.title[language] || body.title.zh }],
  );
  const asked = commands['request-delegation'].safeParse({
    organisation,
    delegate,
    role,
    from,
    until,
    scope: scope === ALL ? { kind: 'all' } : { kind: 'agreement', agreement: scope },
    document: documentFrom(document),
  });
  async function request(): Promise<void> {
    if (asked.success && (await give('request-delegation', asked.data))) onClose();
  }
  return (
    <Ask
      title={t('administration.delegate')}
      ok={t('administration.delegate')}
      open
      busy={busy}
      refusal={refusal}
      disabled={!asked.success}
      onCancel={onClose}
      onOk={() => void request()}
    >
      <div>{t('administration.delegateNote')}</div>
      <div className="pair">
        <Field label={t('administration.role')}>
          {(ids) => (
            <Select<string>
              {...ids}
              value={role ?? null}
              onChange={setRole}
              options={roles.map((value) => ({ value, label: t(`terms.role.${value}`) }))}
            />
          )}
        </Field>
        <Field label={t('administration.delegateTo')}>
          {(ids) => (
            <Select<string>
              {...ids}
              value={delegate ?? null}
              onChange={setDelegate}
              options={colleagues.map((id) => ({ value: id, label: nameOf(id) }))}
            />
          )}
        </Field>
        <Field label={t('administration.fromDay')}>
          {(ids) => <Input {...ids} type="date" min={today} value={from} onChange={(event) => setFrom(event.target.value)} />}
        </Field>
        <Field label={t('administration.lastDay')}>
          {(ids) => <Input {...ids} type="date" min={from} value={until} onChange={(event) => setUntil(event.target.value)} />}
        </Field>
      </div>
      <Field label={t('administration.scope')}>
        {(ids) => (
          <Select<string>
            {...ids}
            showSearch={{ optionFilterProp: 'label' }}
            value={scope}
            onChange={setScope}
            options={[{ value: ALL, label: t('administration.scopeAll') }, ...open]}
          />
        )}
      </Field>
      <DocumentFields value={document} onChange={setDocument} />
    </Ask>
  );
}
