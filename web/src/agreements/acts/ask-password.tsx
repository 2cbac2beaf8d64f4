import { Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask, Hash } from '../../ui/index.ts';

type Shared = Omit<Parameters<typeof Ask>[0], 'onOk' | 'children' | 'disabled'>;

interface Props extends Shared {
  readonly over: ReactNode;
  readonly outdated: boolean;
  readonly digest: string;
  readonly said: string;
  readonly onPassword: (password: string) => void;
}

/** The act of signing or sealing: over which text, the password again, and plain words about what this signature is not. */
export function AskPassword({ over, outdated, digest, said, onPassword, ...shared }: Props) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const id = useId();
  const ready = password !== '' && !outdated && !shared.busy;
  return (
    <Ask {...shared} disabled={outdated || password === ''} onOk={() => onPassword(password)}>
      {over}
      <div>{said}</div>
      <div className="muted small">
        {t('agreements.page.digest')} SHA-256 <Hash value={digest} />
      </div>
      <div className="field">
        <label htmlFor={id}>{t('agreements.ask.password')}</label>
        <Input.Password
          id={id}
          value={password}
          autoComplete="current-password"
          autoFocus
          maxLength={200}
          onChange={(event) => setPassword(event.target.value)}
          onPressEnter={() => ready && onPassword(password)}
        />
      </div>
      <div className="plain-words">{t('agreements.page.notReliable')}</div>
    </Ask>
  );
}
