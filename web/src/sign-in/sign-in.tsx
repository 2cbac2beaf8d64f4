import { me } from '@lianyu/contract';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useSignedIn } from '../app/session.tsx';
import { explain } from '../i18n/explain.ts';
import { ApiError, post } from '../live/index.ts';
import { Frame } from './frame.tsx';

export function Component() {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [refused, setRefused] = useState<ApiError>();
  const [busy, setBusy] = useState(false);
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const signedIn = useSignedIn();

  async function submit(): Promise<void> {
    if (busy) return;
    setBusy(true);
    setRefused(undefined);
    try {
      signedIn(await post('/api/session', { signInName: name.trim(), password }, me));
      void navigate(localPath(search.get('from')), { replace: true });
    } catch (error) {
      setRefused(error instanceof ApiError ? error : new ApiError('ANSWER_UNREADABLE'));
      setBusy(false);
    }
  }
  return (
    <Frame title={t('signIn.title')} onSubmit={() => void submit()}>
      <div className="muted">{t('signIn.purpose')}</div>
      <label htmlFor="name">{t('signIn.name')}</label>
      <Input id="name" autoComplete="username" autoFocus required maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
      <label htmlFor="password">{t('signIn.password')}</label>
      <Input.Password
        id="password"
        autoComplete="current-password"
        required
        maxLength={200}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {refused && (
        <div className="refusal" role="alert">
          {explain(t, refused)}
        </div>
      )}
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('signIn.submit')}
      </Button>
      <div className="muted small">{t('signIn.hint')}</div>
    </Frame>
  );
}

/** Only a path of this site: an address from a link must not lead elsewhere. */
function localPath(path: string | null): string {
  return path?.startsWith('/') && !path.startsWith('//') && !path.startsWith('/\\') ? path : '/';
}
