import { commands } from '@lianyu/contract';
import type { OrganisationDocument } from '@lianyu/projections/folds';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask, Field, useCommand } from '../ui/index.ts';
import { codeDoubtful, OrganisationForm, statedBy, typedFrom } from './organisation-form.tsx';

interface Given {
  readonly organisation: OrganisationDocument;
  readonly onClose: () => void;
}

/** 更正: what was said of an organisation is righted, with a reason. */
export function CorrectOrganisation({ organisation: { id, profile }, mayVerify, onClose }: Given & { readonly mayVerify: boolean }) {
  const { t } = useTranslation();
  const { give, busy, refusal } = useCommand();
  const [typed, setTyped] = useState(() => ({ ...typedFrom(id, profile), verified: mayVerify && profile.verified }));
  const [reason, setReason] = useState('');
  const given = commands['correct-organisation'].safeParse({ ...statedBy(typed), reason });
  async function correct(): Promise<void> {
    if (given.success && (await give('correct-organisation', given.data))) onClose();
  }
  return (
    <Ask
      title={t('administration.correct')}
      ok={t('administration.correct')}
      open
      busy={busy}
      refusal={refusal}
      disabled={!given.success || codeDoubtful(typed)}
      onCancel={onClose}
      onOk={() => void correct()}
    >
      <OrganisationForm typed={typed} onChange={setTyped} fresh={false} mayVerify={mayVerify} />
      <Field label={t('common.reason')}>
        {(ids) => <Input {...ids} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
    </Ask>
  );
}

/** Somebody else than who stated it has read it in a source. */
export function VerifyOrganisation({ organisation: { id, profile }, onClose }: Given) {
  const { t } = useTranslation();
  const { give, busy, refusal } = useCommand();
  const [source, setSource] = useState(profile.source);
  const given = commands['verify-organisation'].safeParse({ organisation: id, source });
  async function verify(): Promise<void> {
    if (given.success && (await give('verify-organisation', given.data))) onClose();
  }
  return (
    <Ask
      title={t('administration.verify')}
      ok={t('administration.verify')}
      open
      busy={busy}
      refusal={refusal}
      disabled={!given.success}
      onCancel={onClose}
      onOk={() => void verify()}
    >
      <div>{t('administration.verifyNote')}</div>
      <Field label={t('administration.source')}>
        {(ids) => <Input {...ids} maxLength={200} value={source} onChange={(event) => setSource(event.target.value)} />}
      </Field>
    </Ask>
  );
}
