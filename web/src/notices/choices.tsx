import { alwaysTold, daysAhead, type NoticeChoices, noticeKind } from '@lianyu/contract';
import { App, Button, Checkbox, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { explain } from '../i18n/explain.ts';
import { ApiError } from '../live/index.ts';
import { useChoices } from './use-notices.ts';

/** 接收设置: which kinds one wants to be told, and how early to be reminded. */
export function Choices() {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <>
      <Button onClick={() => setShown(true)}>{t('notices.choices')}</Button>
      <Modal open={shown} title={t('notices.choices')} footer={null} onCancel={() => setShown(false)} destroyOnHidden>
        <Form />
      </Modal>
    </>
  );
}

function Form() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { choices, choose } = useChoices();
  if (!choices) return null;
  const keep = (change: Partial<NoticeChoices>) =>
    choose.mutate(
      { ...choices, ...change },
      {
        onSuccess: () => void message.success(t('notices.saved')),
        onError: (error) => void message.error(explain(t, error instanceof ApiError ? error : new ApiError('ANSWER_UNREADABLE'))),
      },
    );
  const muted: readonly string[] = choices.muted;
  return (
    <div className="notice-choices">
      <p className="muted small">{t('notices.choicesNote')}</p>
      {noticeKind.options.map((kind) => {
        const always = alwaysTold.includes(kind);
        return (
          <Checkbox
            key={kind}
            disabled={always || choose.isPending}
            checked={always || !muted.includes(kind)}
            onChange={({ target }) => {
              if (kind !== 'ended') keep({ muted: target.checked ? choices.muted.filter((each) => each !== kind) : [...choices.muted, kind] });
            }}
          >
            {t(`notices.kind.${kind}`)}
          </Checkbox>
        );
      })}
      <div className="row">
        <span>{t('notices.daysAhead')}</span>
        <Select
          aria-label={t('notices.daysAhead')}
          value={choices.daysAhead}
          disabled={choose.isPending}
          onChange={(days) => keep({ daysAhead: days })}
          options={daysAhead.map((days) => ({ value: days, label: days === 0 ? t('notices.onTheDay') : t('notices.days', { count: days }) }))}
        />
      </div>
    </div>
  );
}
