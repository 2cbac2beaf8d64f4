import { deliveries, openedWebhook, webhookHosts, webhooks } from '@lianyu/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { explain } from '../../i18n/explain.ts';
import { ApiError, del, get, post, put } from '../../live/index.ts';

const KEY = 'webhooks';
const AGAIN_MS = 5_000;

export const useWebhooks = () => useQuery({ queryKey: [KEY, 'list'], queryFn: () => get('/api/webhooks', webhooks) });
export const useHosts = () => useQuery({ queryKey: [KEY, 'hosts'], queryFn: () => get('/api/webhook-hosts', webhookHosts) });
export const useLog = (id: string) =>
  useQuery({ queryKey: [KEY, 'log', id], queryFn: () => get(`/api/webhooks/${id}/deliveries`, deliveries), refetchInterval: AGAIN_MS });

/** Everything that is done about webhooks: the lists are asked for again after it, a refusal is said. */
export function useWebhookActs() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const settle = {
    onSettled: () => queries.invalidateQueries({ queryKey: [KEY] }),
    onError: (error: unknown) => void message.error(explain(t, error instanceof ApiError ? error : new ApiError('ANSWER_UNREADABLE'))),
  };
  const nothing = z.null();
  return {
    open: useMutation({ mutationFn: (what: { url: string; kinds: readonly string[] }) => post('/api/webhooks', what, openedWebhook), ...settle }),
    close: useMutation({ mutationFn: (id: string) => del(`/api/webhooks/${id}`, nothing), ...settle }),
    replay: useMutation({
      mutationFn: ({ id, seq }: { id: string; seq: number }) => post(`/api/webhooks/${id}/deliveries/${seq}/replay`, {}, nothing),
      onSuccess: () => void message.success(t('webhooks.replayed')),
      ...settle,
    }),
    allow: useMutation({ mutationFn: (what: { host: string; inside: boolean }) => put('/api/webhook-hosts', what, webhookHosts), ...settle }),
    remove: useMutation({ mutationFn: (host: string) => del(`/api/webhook-hosts?host=${encodeURIComponent(host)}`, nothing), ...settle }),
  };
}
