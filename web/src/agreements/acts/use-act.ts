import type { CommandData, CommandName } from '@lianyu/contract';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { explain } from '../../i18n/explain.ts';
import { type Sent, useSend } from '../../live/index.ts';
import { useNames } from '../../ui/index.ts';

/** Nobody knows whether these were carried out: what is sent again must be the same command, so that it happens once (CM-3). */
const unsure: ReadonlySet<string> = new Set(['OFFLINE', 'ANSWER_UNREADABLE', 'INTERNAL']);

/** One intention of one person: sent once however often it is pressed, with what was refused said in words. */
export function useAct({ about, done }: { about: string | undefined; done: (sent: Extract<Sent, { ok: true }>) => void }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const send = useSend();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const underWay = useRef(false);
  const commandId = useRef(crypto.randomUUID());

  async function act<Name extends CommandName>(name: Name, data: CommandData<Name>, said: string): Promise<void> {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setRefusal(undefined);
    const sent = await send(name, data, { commandId: commandId.current });
    underWay.current = false;
    setBusy(false);
    if (sent.ok) {
      void message.success(t('agreements.act.sent', { act: said }));
      done(sent);
      return;
    }
    // A refusal is not recorded; what is put right is another command.
    if (!unsure.has(sent.code)) commandId.current = crypto.randomUUID();
    setRefusal(explain(t, sent, nameOf));
    // What was refused may be so because the page is behind: what can be done is asked again.
    if (about !== undefined) void queries.invalidateQueries({ queryKey: ['actions', about] });
  }
  return { act, busy, refusal };
}
