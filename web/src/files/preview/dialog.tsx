import { sha256Hex } from '@lianyu/proofs';
import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Hash, Tag } from '../../ui/index.ts';
import { addressOf, type KeptFile } from '../upload.ts';
import { PreviewFrame } from './frame.tsx';
import type { PreviewProblem, Shown } from './messages.ts';
import { isShown } from './show.ts';
import './preview.css';

/** A kept file, looked at without running anything in it. Its hash is computed here before a byte of it is shown. */
export default function PreviewDialog({ file, onClose }: { file: KeptFile; onClose: () => void }) {
  const { t } = useTranslation();
  const read = useQuery({
    queryKey: ['file', file.digest],
    queryFn: () => fileOf(file),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  return (
    <Modal open footer={null} onCancel={onClose} width="min(1080px, 96vw)" centered title={<span className="preview-title">{file.name}</span>}>
      {read.error && <Problem problem="unreadable" file={file} />}
      {!read.error && !read.data && <p className="muted">{t('attachments.view.loading')}</p>}
      {read.data && (read.data.holds ? <Looked file={file} {...read.data} /> : <Problem problem="altered" file={file} />)}
    </Modal>
  );
}

interface Read {
  readonly holds: boolean;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
}

function Looked({ file, bytes, mediaType }: { file: KeptFile } & Read) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown>();
  const [problem, setProblem] = useState<PreviewProblem | undefined>(isShown(mediaType) ? undefined : 'not-shown');
  if (problem) return <Problem problem={problem} file={file} />;
  const cut = shown && shown.of > shown.pages;
  return (
    <>
      <div className="preview-line">
        <Tag tone="ok">{t('attachments.view.holds')}</Tag> <Hash value={file.digest} digits={12} />
        <Download file={file} />
        <span role="status" className="muted small">
          {!shown && t('attachments.view.opening')}
          {cut && (mediaType === 'text/plain' ? t('attachments.view.partText') : t('attachments.view.part', { pages: shown.pages, of: shown.of }))}
        </span>
      </div>
      <PreviewFrame bytes={bytes} mediaType={mediaType} onShown={setShown} onProblem={setProblem} />
      <p className="muted small">{t('attachments.view.isolated')}</p>
    </>
  );
}

function Problem({ problem, file }: { problem: PreviewProblem | 'altered' | 'unreadable'; file: KeptFile }) {
  const { t } = useTranslation();
  return (
    <div className="preview-problem" role="alert">
      {t(`attachments.problem.${problem}`)}
      {problem !== 'altered' && problem !== 'unreadable' && <Download file={file} />}
    </div>
  );
}

function Download({ file }: { file: KeptFile }) {
  const { t } = useTranslation();
  return (
    <a href={addressOf(file)} download={file.name}>
      {t('attachments.download')}
    </a>
  );
}

/** @throws Error when there is no such file for the viewer */
async function fileOf(file: KeptFile): Promise<Read> {
  const response = await fetch(addressOf(file), { credentials: 'same-origin' });
  if (!response.ok) throw new Error(String(response.status));
  const bytes = new Uint8Array(await response.arrayBuffer());
  const mediaType = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
  return { holds: sha256Hex(bytes) === file.digest, bytes, mediaType };
}
