import { type Digest, negotiationId } from '@lianyu/domain/kernel';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../agreements/acts/use-act.ts';
import { FileField } from '../files/file-field.tsx';
import type { KeptFile } from '../files/upload.ts';
import { Ask, AskReason } from '../ui/index.ts';

interface Props {
  readonly id: string;
  readonly command: 'confirm-transcription' | 'attach-scan' | 'object-to-transcription' | 'withdraw-registration';
  readonly title: string;
  /** The transcription that was on the screen. */
  readonly basis: Digest;
  readonly outdated: boolean;
  readonly onClose: () => void;
}

/** The question before an act on a registration: about the transcription that was looked at, and no other. */
export function RegistrationDialog({ id, command, title, basis, outdated, onClose }: Props) {
  const { t } = useTranslation();
  const { act, busy, refusal } = useAct({ about: id, done: onClose });
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const on = { registration: negotiationId.parse(id), basis };
  const shared = { title, open: true, busy, refusal, onCancel: onClose, ok: title };
  const about = (
    <>
      {outdated && (
        <div className="newer" role="alert">
          {t('errors.BASIS_OUTDATED')}{' '}
          <Button size="small" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      )}
      <div>{t(`agreements.ask.${command}`)}</div>
    </>
  );
  const [scan] = files;
  switch (command) {
    case 'confirm-transcription':
      return (
        <Ask {...shared} disabled={outdated} onOk={() => void act(command, on, title)}>
          {about}
        </Ask>
      );
    case 'attach-scan':
      return (
        <Ask {...shared} disabled={outdated || !scan} onOk={() => scan && void act(command, { ...on, scan }, title)}>
          {about}
          <FileField label={t('registration.page.scan')} files={files} onChange={setFiles} />
        </Ask>
      );
    default:
      return (
        <AskReason {...shared} danger disabled={outdated} onOk={(reason) => void act(command, { ...on, reason }, title)}>
          {about}
        </AskReason>
      );
  }
}
