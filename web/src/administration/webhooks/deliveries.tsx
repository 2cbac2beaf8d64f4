import { webhookPayload } from '@lianyu/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../i18n/format.ts';
import { Skeleton, Tag, type Tone } from '../../ui/index.ts';
import { useLog, useWebhookActs } from './use-webhooks.ts';

const tones: Readonly<Record<'waiting' | 'delivered' | 'failed', Tone>> = { waiting: 'wait', delivered: 'ok', failed: 'fail' };

/** What became of each sending, newest first, and again where somebody asks for it. */
export function Deliveries({ webhook }: { webhook: string }) {
  const { t } = useTranslation();
  const found = useLog(webhook);
  const { replay } = useWebhookActs();
  if (!found.data) return <Skeleton />;
  const { deliveries } = found.data;
  if (deliveries.length === 0) return <p className="muted small">{t('webhooks.noLog')}</p>;
  return (
    <ul className="list webhook-log">
      {deliveries.map(({ seq, state, attempts, dueAt, lastAt, problem, payload }) => (
        <li key={seq} className="webhook-line small">
          <span>
            <Tag tone={tones[state]}>{t(`webhooks.state.${state}`)}</Tag> {whatOf(payload)}{' '}
            <span className="muted">
              {lastAt !== undefined && `${formatInstant(lastAt)} · ${t('webhooks.attempts', { count: attempts })}`}
              {problem !== undefined && ` · ${problem}`}
              {state === 'waiting' && attempts > 0 && ` · ${t('webhooks.next', { at: formatInstant(dueAt) })}`}
            </span>
          </span>
          {state !== 'waiting' && (
            <Button size="small" onClick={() => replay.mutate({ id: webhook, seq })}>
              {t('webhooks.replay')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The type of the event; the payload is what was sent, word for word. */
function whatOf(payload: string): string {
  const parsed = webhookPayload.safeParse(JSON.parse(payload));
  return parsed.success ? parsed.data.about.what : '';
}
