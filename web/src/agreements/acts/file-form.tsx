import { type CalendarDate, calendarDate } from '@lianyu/domain/kernel';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../../ui/index.ts';
import { Field } from '../field.tsx';

type Shared = Omit<Parameters<typeof Ask>[0], 'onOk' | 'children' | 'disabled'>;

export interface Filed {
  readonly filedOn: CalendarDate;
  readonly office: string;
  readonly fileNumber: string;
}

/** When and where one's own party filed what is signed. */
export function FileForm({ onFiled, disabled, ...shared }: Shared & { onFiled: (filed: Filed) => void; disabled: boolean }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState({ filedOn: '', office: '', fileNumber: '' });
  const day = calendarDate.safeParse(typed.filedOn);
  const office = typed.office.trim();
  const set = (change: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...change }));
  return (
    <Ask
      {...shared}
      disabled={disabled || !day.success || office === ''}
      onOk={() => day.success && onFiled({ filedOn: day.data, office, fileNumber: typed.fileNumber.trim() })}
    >
      <div>{t('agreements.ask.file-agreement')}</div>
      <div className="form">
        <Field label={t('agreements.ask.filedOn')} required>
          {(control) => <Input {...control} type="date" value={typed.filedOn} onChange={(event) => set({ filedOn: event.target.value })} />}
        </Field>
        <Field label={t('agreements.ask.filingOffice')} required>
          {(control) => <Input {...control} maxLength={120} value={typed.office} onChange={(event) => set({ office: event.target.value })} />}
        </Field>
        <Field label={t('agreements.ask.fileNumber')}>
          {(control) => <Input {...control} maxLength={80} value={typed.fileNumber} onChange={(event) => set({ fileNumber: event.target.value })} />}
        </Field>
      </div>
    </Ask>
  );
}
