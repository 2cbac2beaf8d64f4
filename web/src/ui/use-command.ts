import type { CommandAnswer, CommandData, CommandName } from '@lianyu/contract';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { explain } from '../i18n/explain.ts';
import { useSend } from '../live/index.ts';
import { useNames } from './names.tsx';

interface Giving {
  readonly busy: boolean;
  /** Why the server would not, in words. */
  readonly refusal: string | undefined;
  readonly give: <Name extends CommandName>(name: Name, data: CommandData<Name>) => Promise<CommandAnswer | undefined>;
}

/** One intention, one command (CM-3): pressed again before the answer it is nothing, sent again after a lost one it is the same. */
export function useCommand(): Giving {
  const { t } = useTranslation();
  const nameOf = useNames();
  const send = useSend();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const sending = useRef(false);
  /** What was sent and never answered: it may have happened. */
  const unanswered = useRef<{ readonly commandId: string; readonly words: string } | undefined>(undefined);
  const give = useCallback<Giving['give']>(
    async (name, data) => {
      if (sending.current) return undefined;
      sending.current = true;
      setBusy(true);
      const words = JSON.stringify([name, data]);
      const commandId = unanswered.current?.words === words ? unanswered.current.commandId : crypto.randomUUID();
      const sent = await send(name, data, { commandId });
      unanswered.current = !sent.ok && sent.code === 'OFFLINE' ? { commandId, words } : undefined;
      sending.current = false;
      setBusy(false);
      setRefusal(sent.ok ? undefined : explain(t, sent, nameOf));
      return sent.ok ? sent.answer : undefined;
    },
    [send, t, nameOf],
  );
  return { busy, refusal, give };
}
