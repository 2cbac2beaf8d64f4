import { me, setUpOffer } from '@lianyu/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useSignedIn } from '../app/session.tsx';
import { explain } from '../i18n/explain.ts';
import { ApiError, get, post } from '../live/index.ts';
import { ErrorState, Skeleton } from '../ui/index.ts';
import { Frame } from './frame.tsx';

/** A one-time link: whoever holds it chooses the password of the account. */
export function Component() {
  const { t } = useTranslation();
  const { token = '' } = useParams();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [refused, setRefused] = useState<ApiError>();
  const [busy, setBusy] = useState(false);
  const navigate = useNavigate();
  const signedIn = useSignedIn();
  const offer = useQuery({ queryKey: ['set-up', token], queryFn: () => get(`/api/set-up/${encodeURIComponent(token)}`, setUpOffer), retry: false });
  if (offer.error)
    return (
      <Frame title={t('signIn.setUpTitle')}>
        <ErrorState error={offer.error instanceof ApiError ? offer.error : new ApiError('ANSWER_UNREADABLE')} retry={() => void offer.refetch()} />
        <Link to="/sign-in">{t('signIn.toSignIn')}</Link>
      </Frame>
    );
  if (!offer.data) return <Skeleton />;

  async function submit(): Promise<void> {
    if (busy || password.length < 12 || again !== password) return;
    setBusy(true);
    setRefused(undefined);
    try {
      signedIn(await post(`/api/set-up/${encodeURIComponent(token)}`, { password }, me));
      void navigate('/', { replace: true });
    } catch (error) {
      setRefused(error instanceof ApiError ? error : new ApiError('ANSWER_UNREADABLE'));
      setBusy(false);
    }
  }
  return (
    <Frame title={t('signIn.setUpTitle')} onSubmit={() => void submit()}>
      <div>{t('signIn.setUpFor', { ...offer.data })}</div>
      <label htmlFor="password">{t('signIn.newPassword')}</label>
      <Input.Password
        id="password"
        autoComplete="new-password"
        maxLength={200}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <label htmlFor="again">{t('signIn.again')}</label>
      <Input.Password id="again" autoComplete="new-password" maxLength={200} value={again} onChange={(event) => setAgain(event.target.value)} />
      {again !== '' && again !== password && <div className="refusal">{t('signIn.different')}</div>}
      {refused && (
        <div className="refusal" role="alert">
          {explain(t, refused)}
        </div>
      )}
      <Button type="primary" htmlType="submit" loading={busy} disabled={password.length < 12 || again !== password}>
        {t('signIn.set')}
      </Button>
    </Frame>
  );
}
