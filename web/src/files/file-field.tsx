import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { explain } from '../i18n/explain.ts';
import { ApiError } from '../live/index.ts';
import { Hash } from '../ui/index.ts';
import { type KeptFile, MOST_BYTES, upload } from './upload.ts';

interface Props {
  readonly label: string;
  readonly files: readonly KeptFile[];
  readonly most?: number;
  /** Which files are offered first; the server judges by what is in them. */
  readonly accept?: string;
  readonly hint?: string;
  readonly onChange: (files: readonly KeptFile[]) => void;
}

/** Source documents: chosen, hashed here, sent, and kept by their hash; what was sent can be taken off again. */
export function FileField({ label, files, most = 1, accept, hint, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  const choose = async (chosen: readonly File[]) => {
    setFailed(undefined);
    if (chosen.some(({ size }) => size > MOST_BYTES)) return setFailed(t('figures.form.documentTooLarge'));
    setBusy(true);
    try {
      const kept = await Promise.all(chosen.slice(0, most - files.length).map(upload));
      const fresh = kept.filter(({ digest }) => !files.some((file) => file.digest === digest));
      onChange([...files, ...fresh.map(({ digest, name }) => ({ digest, name }))]);
    } catch (error) {
      setFailed(explain(t, error instanceof ApiError ? error : new ApiError('ANSWER_UNREADABLE')));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="field files">
      <label htmlFor={id}>{label}</label>
      {files.map((file) => (
        <span key={file.digest} className="kept-file">
          {file.name} <Hash value={file.digest} digits={8} />
          <Button size="small" type="text" onClick={() => onChange(files.filter(({ digest }) => digest !== file.digest))}>
            {t('figures.form.remove')}
          </Button>
        </span>
      ))}
      {files.length < most && (
        <input
          id={id}
          type="file"
          multiple={most > 1}
          accept={accept}
          disabled={busy}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            void choose([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      )}
      <div className="muted small" id={`${id}-hint`} role="status">
        {busy ? t('figures.form.uploading') : (hint ?? t('figures.form.documentHint'))}
      </div>
      {failed !== undefined && (
        <div className="hint" role="alert">
          {failed}
        </div>
      )}
    </div>
  );
}
