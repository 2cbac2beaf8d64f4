import { sha256Hex } from '@lianyu/proofs';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Hash } from '../../ui/index.ts';

const MOST_BYTES = 100 * 1024 * 1024;

/** The hash of the minutes, computed here: the file is not sent to anybody. */
export function MinutesField({ digest, onDigest }: { digest: string | undefined; onDigest: (digest: string | undefined) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [tooLarge, setTooLarge] = useState(false);
  const choose = async (file: File | undefined) => {
    setTooLarge(file !== undefined && file.size > MOST_BYTES);
    if (file && file.size <= MOST_BYTES) onDigest(sha256Hex(new Uint8Array(await file.arrayBuffer())));
  };
  return (
    <div className="field">
      <label htmlFor={id}>{t('agreements.ask.minutes')}</label>
      {digest === undefined ? (
        <input id={id} type="file" onChange={(event) => void choose(event.target.files?.[0])} />
      ) : (
        <span id={id}>
          SHA-256 <Hash value={digest} />{' '}
          <Button size="small" onClick={() => onDigest(undefined)}>
            {t('agreements.draft.remove')}
          </Button>
        </span>
      )}
      <div className="muted small">{t('agreements.ask.minutesHint')}</div>
      {tooLarge && (
        <div className="hint" role="alert">
          {t('agreements.ask.minutesTooLarge')}
        </div>
      )}
    </div>
  );
}
