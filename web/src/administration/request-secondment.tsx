import { commands } from '@lianyu/contract';
import type { MembershipDocument } from '@lianyu/projections/folds';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../i18n/format.ts';
import { Ask, Field, useCommand, useOrganisations } from '../ui/index.ts';
import { DocumentFields, documentFrom, typedDocument } from './document-fields.tsx';
import type { NameOfMember } from './members.tsx';

interface Given extends Pick<MembershipDocument, 'organisation' | 'members'> {
  readonly nameOf: NameOfMember;
  readonly onClose: () => void;
}

/** Asks another organisation to receive somebody for some days. */
export function RequestSecondment({ organisation, members, nameOf, onClose }: Given) {
  const { t, i18n } = useTranslation();
  const { give, busy, refusal } = useCommand();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const others = [...useOrganisations().values()].filter(({ id }) => id !== organisation);
  const [today] = useState(() => formatDay(new Date().toISOString()));
  const [member, setMember] = useState<string>();
  const [host, setHost] = useState<string>();
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const [document, setDocument] = useState(() => typedDocument(today));
  const asked = commands['request-secondment'].safeParse({ organisation, member, host, from, until, document: documentFrom(document) });
  async function request(): Promise<void> {
    if (asked.success && (await give('request-secondment', asked.data))) onClose();
  }
  return (
    <Ask
      title={t('administration.second')}
      ok={t('administration.second')}
      open
      busy={busy}
      refusal={refusal}
      disabled={!asked.success}
      onCancel={onClose}
      onOk={() => void request()}
    >
      <div>{t('administration.secondNote')}</div>
      <div className="pair">
        <Field label={t('administration.member')}>
          {(ids) => (
            <Select<string> {...ids} value={member ?? null} onChange={setMember} options={members.map((id) => ({ value: id, label: nameOf(id) }))} />
          )}
        </Field>
        <Field label={t('administration.host')}>
          {(ids) => (
            <Select<string>
              {...ids}
              showSearch={{ optionFilterProp: 'label' }}
              value={host ?? null}
              onChange={setHost}
              options={others.map(({ id, profile }) => ({ value: id, label: profile.shortName[language] }))}
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
      <DocumentFields value={document} onChange={setDocument} />
    </Ask>
  );
}
