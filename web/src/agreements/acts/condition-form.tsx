import { type CalendarDate, calendarDate } from '@lianyu/domain/kernel';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../../ui/index.ts';
import { Field } from '../field.tsx';

type Shared = Omit<Parameters<typeof Ask>[0], 'onOk' | 'children' | 'disabled'>;

interface Props extends Shared {
  readonly disabled: boolean;
  /** The day that another party has named already. */
  readonly named: string | undefined;
  readonly onConfirmed: (confirmed: { fulfilledOn: CalendarDate; words: string }) => void;
}

/** On which day the condition of the agreement's force came about. */
export function ConditionForm({ named, onConfirmed, disabled, ...shared }: Props) {
  const { t } = useTranslation();
  const [on, setOn] = useState(named ?? '');
  const [words, setWords] = useState('');
  const day = calendarDate.safeParse(on);
  return (
    <Ask {...shared} disabled={disabled || !day.success} onOk={() => day.success && onConfirmed({ fulfilledOn: day.data, words: words.trim() })}>
      <div>{t('agreements.ask.confirm-condition')}</div>
      <div className="form">
        <Field label={t('agreements.ask.fulfilledOn')} required>
          {(control) => <Input {...control} type="date" value={on} onChange={(event) => setOn(event.target.value)} />}
        </Field>
        <Field label={t('agreements.ask.conditionWords')}>
          {(control) => <Input.TextArea {...control} rows={2} maxLength={2000} value={words} onChange={(event) => setWords(event.target.value)} />}
        </Field>
      </div>
    </Ask>
  );
}
