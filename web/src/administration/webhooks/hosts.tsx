import { webhookHostName } from '@lianyu/contract';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, Tag } from '../../ui/index.ts';
import { useHosts, useWebhookActs } from './use-webhooks.ts';

/** 许可名单: the hosts to which anything is sent at all. */
export function Hosts() {
  const { t } = useTranslation();
  const found = useHosts();
  const { allow, remove } = useWebhookActs();
  const [host, setHost] = useState('');
  const [inside, setInside] = useState(false);
  const hosts = found.data?.hosts ?? [];
  const named = host.trim().toLowerCase();
  return (
    <Card title={t('webhooks.hosts')}>
      <p className="muted small">{t('webhooks.hostsNote')}</p>
      {hosts.length === 0 ? (
        <p className="muted">{t('webhooks.noHosts')}</p>
      ) : (
        <ul className="list">
          {hosts.map((each) => (
            <li key={each.host} className="webhook-line">
              <span>
                {each.host} {each.inside && <Tag tone="wait">{t('webhooks.insideTag')}</Tag>}
              </span>
              <Button size="small" onClick={() => remove.mutate(each.host)}>
                {t('webhooks.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="webhook-opening">
        <Input aria-label={t('webhooks.host')} placeholder="hooks.example.org" value={host} onChange={({ target }) => setHost(target.value)} />
        <Checkbox checked={inside} onChange={({ target }) => setInside(target.checked)}>
          {t('webhooks.inside')}
        </Checkbox>
        <Button
          disabled={!webhookHostName.safeParse(named).success}
          loading={allow.isPending}
          onClick={() => allow.mutate({ host: named, inside }, { onSuccess: () => setHost('') })}
        >
          {t('webhooks.allow')}
        </Button>
      </div>
    </Card>
  );
}
