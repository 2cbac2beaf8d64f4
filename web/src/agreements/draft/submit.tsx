import type { AgreementContent } from '@lianyu/domain/agreements';
import { calendarDate, type Digest, negotiationId } from '@lianyu/domain/kernel';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Ask } from '../../ui/index.ts';
import { useAct } from '../acts/use-act.ts';
import { Field } from '../field.tsx';

interface Props {
  readonly content: AgreementContent;
  /** The kept draft that it was, to be cleared away when it is sent. */
  readonly draft: string | undefined;
  readonly answering: { readonly negotiation: string; readonly basis: Digest } | undefined;
  /** The text that is answered has been replaced while this was open. */
  readonly outdated: boolean;
  /** How many clauses differ from the text that is answered. */
  readonly changes: number;
  /** Nothing of the draft is kept any more once it is sent. @returns false when it could not be kept before. */
  readonly onSending: () => Promise<boolean>;
  readonly onSent: () => void;
  readonly onClose: () => void;
}

/** The last look before it is everybody's: a note or the reason, and what tabling means. */
export function Submit({ content, draft, answering, outdated, changes, onSending, onSent, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const [lastDay, setLastDay] = useState('');
  const day = calendarDate.safeParse(lastDay);
  const { act, busy, refusal } = useAct({
    about: answering?.negotiation,
    done: ({ answer }) => {
      onSent();
      void navigate(`/agreements/${answer.subject}`);
    },
  });
  const title = t(answering ? 'agreements.draft.counter' : 'agreements.draft.table');

  async function submit(): Promise<void> {
    if (busy || outdated || !(await onSending())) return;
    const rest = { ...(draft === undefined ? {} : { draft }), ...(day.success ? { expiresOn: day.data } : {}) };
    if (answering)
      await act(
        'counter-proposal',
        { negotiation: negotiationId.parse(answering.negotiation), basis: answering.basis, content, reason: words.trim(), ...rest },
        title,
      );
    else await act(content.purpose ? 'propose-change' : 'table-proposal', { content, note: words.trim(), ...rest }, title);
  }
  return (
    <Ask
      title={title}
      ok={title}
      open
      busy={busy}
      refusal={refusal}
      onCancel={onClose}
      disabled={outdated || (lastDay !== '' && !day.success) || (answering !== undefined && words.trim() === '')}
      onOk={() => void submit()}
    >
      {outdated && (
        <div className="newer" role="alert">
          {t('agreements.page.newerText')}
        </div>
      )}
      {answering && <div>{t('agreements.draft.changeCount', { count: changes })}</div>}
      <div className="plain-words">{t('agreements.draft.tableAsk')}</div>
      <Field label={t(answering ? 'agreements.draft.reason' : 'agreements.draft.note')} required={answering !== undefined}>
        {(control) => (
          <Input.TextArea {...control} rows={3} maxLength={2000} showCount value={words} onChange={(event) => setWords(event.target.value)} />
        )}
      </Field>
      <Field label={t('agreements.draft.expiresOn')}>
        {(control) => <Input {...control} type="date" value={lastDay} onChange={(event) => setLastDay(event.target.value)} />}
      </Field>
      <div className="muted small">{t('agreements.draft.expiresOnNote')}</div>
    </Ask>
  );
}
