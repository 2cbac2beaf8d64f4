import { type AgreementContent, paper as paperSchema } from '@lianyu/domain/agreements';
import type { RegistrationPage } from '@lianyu/projections/folds';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../agreements/acts/use-act.ts';
import { useMe } from '../app/session.tsx';
import { FileField } from '../files/file-field.tsx';
import type { KeptFile } from '../files/upload.ts';
import { Ask, Field } from '../ui/index.ts';

import { signedOnFrom, signedOnText } from './signed-on.ts';

interface Props {
  readonly content: AgreementContent;
  readonly draft: string | undefined;
  /** The registration whose transcription is corrected. */
  readonly correcting: RegistrationPage | undefined;
  /** @returns false when the draft could not be kept before. */
  readonly onSending: () => Promise<boolean>;
  readonly onSent: () => void;
  readonly onClose: () => void;
}

const verifications = ['verified', 'partly', 'unverified'] as const;

/** What is known of the paper itself, before its transcription is everybody's whom it concerns. */
export function RegisterDialog({ content, draft, correcting, onSending, onSent, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { organisationKind } = useMe();
  const known = correcting?.paper;
  const [typed, setTyped] = useState({
    signedOn: known === undefined ? '' : signedOnText(t, known.signedOn),
    documentNumber: known?.documentNumber ?? '',
    citation: known?.source.citation ?? '',
    verification: known?.source.verification ?? 'unverified',
    note: known?.source.note ?? '',
    reason: '',
  });
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const { act, busy, refusal } = useAct({
    about: correcting?.id,
    done: ({ answer }) => {
      onSent();
      void navigate(`/agreements/${answer.subject}`);
    },
  });
  const { signedOn, documentNumber, citation, verification, note, reason } = typed;
  const paper = paperSchema.safeParse({ signedOn: signedOnFrom(signedOn), documentNumber, source: { citation, verification, note } });
  const title = t(correcting ? 'registration.form.correct' : 'registration.form.submit');
  const published = organisationKind === 'coordination-office';
  const set = (change: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...change }));

  async function submit(): Promise<void> {
    if (busy || !paper.success || !(await onSending())) return;
    const { purpose: _, ...text } = content;
    const kept = draft === undefined ? {} : { draft };
    const [scan] = files;
    if (correcting) {
      const { id: registration, transcription: basis } = correcting;
      await act('correct-transcription', { registration, basis, content: text, paper: paper.data, reason: reason.trim(), ...kept }, title);
    } else await act('register-paper', { content: text, paper: paper.data, ...(scan ? { scan } : {}), ...kept }, title);
  }
  return (
    <Ask
      title={title}
      ok={title}
      open
      busy={busy}
      refusal={refusal}
      onCancel={onClose}
      disabled={!paper.success || (correcting !== undefined && reason.trim() === '')}
      onOk={() => void submit()}
    >
      <div className="plain-words">
        {t(correcting ? 'registration.form.correcting' : published ? 'registration.form.aboutPublished' : 'registration.form.about')}
      </div>
      <Field label={`${t('registration.form.signedOn')}（${t('common.required')}）`} hint={t('registration.form.signedOnHint')}>
        {(ids) => (
          <Input {...ids} maxLength={10} placeholder="2011-05-19" value={signedOn} onChange={(event) => set({ signedOn: event.target.value })} />
        )}
      </Field>
      <Field label={`${t('registration.form.citation')}（${t('common.required')}）`} hint={t('registration.form.citationHint')}>
        {(ids) => <Input {...ids} maxLength={500} value={citation} onChange={(event) => set({ citation: event.target.value })} />}
      </Field>
      <Field label={t('registration.form.verification')}>
        {(ids) => (
          <Select
            {...ids}
            value={verification}
            onChange={(value) => set({ verification: value })}
            options={verifications.map((value) => ({ value, label: t(`registration.verification.${value}`) }))}
          />
        )}
      </Field>
      <Field label={t('registration.form.documentNumber')}>
        {(ids) => <Input {...ids} maxLength={120} value={documentNumber} onChange={(event) => set({ documentNumber: event.target.value })} />}
      </Field>
      <Field label={t('registration.form.note')}>
        {(ids) => <Input {...ids} maxLength={1000} value={note} onChange={(event) => set({ note: event.target.value })} />}
      </Field>
      {correcting ? (
        <Field label={`${t('registration.form.reason')}（${t('common.required')}）`}>
          {(ids) => <Input.TextArea {...ids} rows={2} maxLength={2000} value={reason} onChange={(event) => set({ reason: event.target.value })} />}
        </Field>
      ) : (
        <FileField label={t('registration.form.scan')} files={files} onChange={setFiles} />
      )}
    </Ask>
  );
}
