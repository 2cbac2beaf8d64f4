import { commands } from '@lianyu/contract';
import { negotiationId } from '@lianyu/domain/kernel';
import type { CommentDocument } from '@lianyu/projections/folds';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { formatInstant } from '../../i18n/format.ts';
import { Tag, useCommand, useNames, usePeople } from '../../ui/index.ts';

interface Props {
  readonly id: string;
  readonly thread: CommentDocument;
  /** Of the current text. */
  readonly digest: string;
  readonly open: boolean;
}

/** One comment with what was answered; whoever raised it says when it is settled. */
export function Thread({ id, thread, digest, open }: Props) {
  const { t } = useTranslation();
  const { organisation, roles } = useMe();
  const { give, busy, refusal } = useCommand();
  const nameOf = useNames();
  const said = [thread, ...thread.answers];
  const personOf = usePeople(said.flatMap(({ member }) => (member === undefined ? [] : [member])));
  const [answering, setAnswering] = useState(false);
  const [text, setText] = useState('');
  const on = { negotiation: negotiationId.parse(id), inside: thread.only !== undefined, comment: thread.comment };
  const answer = commands['answer-comment'].safeParse({ ...on, text });
  // The server decides; this only spares buttons that it would refuse.
  const speaks = open && roles.some((role) => ['drafter', 'legal-reviewer', 'signatory'].includes(role));
  const send = async () => {
    if (!answer.success || !(await give('answer-comment', answer.data))) return;
    setText('');
    setAnswering(false);
  };
  return (
    <div className={`thread${thread.resolved ? ' resolved' : ''}`}>
      <div className="thread-tags">
        <Tag tone={thread.only === undefined ? 'act' : 'neutral'}>{t(thread.only === undefined ? 'comments.shared' : 'comments.inside')}</Tag>
        {thread.digest !== digest && <Tag tone="wait">{t('comments.earlier')}</Tag>}
        {thread.resolved && <Tag tone="ok">{t('comments.resolvedBy', { name: nameOf(thread.resolved.party) })}</Tag>}
      </div>
      {said.map(({ party, member, text: words, at }, index) => (
        <div key={`${at}/${index === 0 ? 'raised' : index}`} className={index === 0 ? 'said' : 'said answer'}>
          <div className="muted small">
            {[nameOf(party), member === undefined ? undefined : personOf(member), formatInstant(at)].filter(Boolean).join(' · ')}
          </div>
          <div className="words">{words}</div>
        </div>
      ))}
      {answering && (
        <Input.TextArea
          aria-label={t('comments.answer')}
          rows={2}
          maxLength={2000}
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {refusal !== undefined && (
        <div className="refusal small" role="alert">
          {refusal}
        </div>
      )}
      {speaks && (
        <div className="comment-actions">
          {!thread.resolved && (
            <Button
              size="small"
              loading={busy}
              disabled={answering && !answer.success}
              onClick={() => (answering ? void send() : setAnswering(true))}
            >
              {t(answering ? 'comments.sendAnswer' : 'comments.answer')}
            </Button>
          )}
          {!thread.resolved && thread.party === organisation && (
            <Button size="small" disabled={busy} onClick={() => void give('resolve-comment', on)}>
              {t('comments.resolve')}
            </Button>
          )}
          {thread.resolved && (
            <Button size="small" type="text" disabled={busy} onClick={() => void give('reopen-comment', on)}>
              {t('comments.reopen')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
