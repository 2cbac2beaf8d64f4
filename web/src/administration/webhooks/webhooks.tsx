import { webhookKind } from '@lianyu/contract';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, Skeleton } from '../../ui/index.ts';
import { Deliveries } from './deliveries.tsx';
import { Hosts } from './hosts.tsx';
import { useWebhookActs, useWebhooks } from './use-webhooks.ts';
import './webhooks.css';

/** 外发通知: where the own organisation has notices sent to, with the log of each; and, for the installation's administrators, to which hosts at all. */
export function Webhooks({ operator }: { operator: boolean }) {
  const { t } = useTranslation();
  const found = useWebhooks();
  const acts = useWebhookActs();
  const [shown, setShown] = useState<string>();
  if (found.error) return null;
  return (
    <>
      <Card title={t('webhooks.title')}>
        <p className="muted small">{t('webhooks.note')}</p>
        {!found.data ? (
          <Skeleton />
        ) : found.data.webhooks.length === 0 ? (
          <p className="muted">{t('webhooks.none')}</p>
        ) : (
          <ul className="list">
            {found.data.webhooks.map(({ id, url, kinds }) => (
              <li key={id}>
                <div className="webhook-line">
                  <span>
                    <b className="webhook-url">{url}</b>
                    <div className="muted small">{kinds.map((kind) => t(`notices.kind.${kind}`)).join('、')}</div>
                  </span>
                  <span className="row">
                    <Button size="small" aria-expanded={shown === id} onClick={() => setShown(shown === id ? undefined : id)}>
                      {t('webhooks.log')}
                    </Button>
                    <Button size="small" danger loading={acts.close.isPending && acts.close.variables === id} onClick={() => acts.close.mutate(id)}>
                      {t('webhooks.close')}
                    </Button>
                  </span>
                </div>
                {shown === id && <Deliveries webhook={id} />}
              </li>
            ))}
          </ul>
        )}
        <Opening open={acts.open} />
      </Card>
      {operator && <Hosts />}
    </>
  );
}

function Opening({ open }: { open: ReturnType<typeof useWebhookActs>['open'] }) {
  const { t } = useTranslation();
  const [url, setUrl] = useState('');
  const [kinds, setKinds] = useState<readonly string[]>([]);
  return (
    <div className="webhook-opening">
      <Input
        aria-label={t('webhooks.url')}
        placeholder="https://hooks.example.org/lianyu"
        value={url}
        onChange={({ target }) => setUrl(target.value)}
      />
      <Select
        mode="multiple"
        aria-label={t('webhooks.kinds')}
        placeholder={t('webhooks.kinds')}
        value={[...kinds]}
        onChange={(chosen: string[]) => setKinds(chosen)}
        options={webhookKind.options.map((kind) => ({ value: kind as string, label: t(`notices.kind.${kind}`) }))}
      />
      <Button
        type="primary"
        disabled={url.trim() === '' || kinds.length === 0}
        loading={open.isPending}
        onClick={() => open.mutate({ url: url.trim(), kinds }, { onSuccess: () => setUrl('') })}
      >
        {t('webhooks.open')}
      </Button>
      {open.data && (
        <div className="webhook-secret" role="status">
          <span>{t('webhooks.secretOnce')}</span>
          <Input readOnly aria-label={t('webhooks.secretOnce')} value={open.data.secret} onFocus={(event) => event.target.select()} />
        </div>
      )}
    </div>
  );
}
