import { endedSessions, passwordChange } from '@lianyu/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { explain } from '../i18n/explain.ts';
import { ApiError, post } from '../live/index.ts';
import { Card, Field } from '../ui/index.ts';

/** A new password; all other sessions end with it. */
export function Password() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [again, setAgain] = useState('');
  const given = passwordChange.safeParse({ currentPassword, newPassword });
  const change = useMutation({
    mutationFn: () => post('/api/password', { currentPassword, newPassword }, endedSessions),
    onSuccess: ({ ended }) => {
      setCurrent('');
      setNew('');
      setAgain('');
      void message.success(t('account.changed', { number: ended }));
      void queries.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  return (
    <Card title={t('account.password')}>
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          if (given.success && again === newPassword) change.mutate();
        }}
      >
        <Field label={t('account.currentPassword')}>
          {(ids) => (
            <Input.Password
              {...ids}
              autoComplete="current-password"
              maxLength={200}
              value={currentPassword}
              onChange={(event) => setCurrent(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('account.newPassword')} hint={t('account.newPasswordHint')}>
          {(ids) => (
            <Input.Password
              {...ids}
              autoComplete="new-password"
              maxLength={200}
              value={newPassword}
              onChange={(event) => setNew(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('account.again')}>
          {(ids) => (
            <Input.Password {...ids} autoComplete="new-password" maxLength={200} value={again} onChange={(event) => setAgain(event.target.value)} />
          )}
        </Field>
        {again !== '' && again !== newPassword && <div className="refusal">{t('account.different')}</div>}
        {change.error && (
          <div className="refusal" role="alert">
            {explain(t, change.error instanceof ApiError ? change.error : new ApiError('ANSWER_UNREADABLE'))}
          </div>
        )}
        <Button type="primary" htmlType="submit" loading={change.isPending} disabled={!given.success || again !== newPassword}>
          {t('account.change')}
        </Button>
      </form>
    </Card>
  );
}
