import { commands } from '@lianyu/contract';
import type { AgreementContent } from '@lianyu/domain/agreements';
import { Button, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, useCommand } from '../../ui/index.ts';
import { useDiscussion } from './context.ts';
import { titleOf } from './title-of.ts';

interface Props {
  readonly id: string;
  readonly digest: string;
  readonly content: AgreementContent;
}

/** To whom it goes is chosen before it is said, and stays inside unless one says otherwise. */
export function CommentForm({ id, digest, content }: Props) {
  const { t } = useTranslation();
  const discussion = useDiscussion();
  const { give, busy, refusal } = useCommand();
  const [text, setText] = useState('');
  const [inside, setInside] = useState(true);
  const clause = discussion?.chosen;
  if (!discussion) return null;
  const given = commands['make-comment'].safeParse({ negotiation: id, basis: digest, inside, clause, text });
  async function say(): Promise<void> {
    if (given.success && (await give('make-comment', given.data))) setText('');
  }
  return (
    <div className="comment-form">
      <Select<string>
        aria-label={t('comments.clause')}
        placeholder={t('comments.clause')}
        value={clause ?? null}
        onChange={discussion.choose}
        options={content.clauses.map((each) => ({ value: each.id, label: titleOf(content, each.id) }))}
      />
      {clause !== undefined && (
        <>
          <Field label={t('comments.text')}>
            {(ids) => <Input.TextArea {...ids} rows={3} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />}
          </Field>
          <Radio.Group
            aria-label={t('comments.to')}
            value={inside}
            onChange={(event) => setInside(event.target.value as boolean)}
            options={[
              { value: true, label: t('comments.inside') },
              { value: false, label: t('comments.shared') },
            ]}
          />
          {refusal !== undefined && (
            <div className="refusal small" role="alert">
              {refusal}
            </div>
          )}
          <div className="comment-actions">
            <Button type={inside ? 'default' : 'primary'} loading={busy} disabled={!given.success} onClick={() => void say()}>
              {t(inside ? 'comments.sayInside' : 'comments.sayShared')}
            </Button>
            <Button type="text" onClick={() => discussion.choose(undefined)}>
              {t('common.cancel')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
