import { type Consultation, consultation } from '@lianyu/domain/clearance';
import { Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../../ui/index.ts';
import { Field } from '../field.tsx';

type Shared = Omit<Parameters<typeof Ask>[0], 'onOk' | 'children' | 'disabled'>;

interface Props extends Shared {
  readonly departments: readonly string[];
  readonly outdated: boolean;
  readonly over: ReactNode;
  readonly onConsulted: (consulted: Consultation) => void;
}

/** The answer of one of the departments that are asked at the same time. */
export function ConsultationForm({ departments, outdated, over, onConsulted, ...shared }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState({ department: departments[0] ?? '', documentNumber: '', note: '' });
  const given = consultation.safeParse(typed);
  const set = (change: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...change }));
  return (
    <Ask {...shared} disabled={outdated || !given.success} onOk={() => given.success && onConsulted(given.data)}>
      {over}
      <div className="muted small">{t('agreements.ask.record-consultation')}</div>
      <div className="form">
        <Field label={t('agreements.ask.department')} required>
          {(props) => (
            <Select<string>
              {...props}
              value={typed.department}
              onChange={(department) => set({ department })}
              options={departments.map((value) => ({ value, label: value }))}
            />
          )}
        </Field>
        <Field label={t('agreements.ask.departmentNumber')}>
          {(props) => (
            <Input {...props} maxLength={80} value={typed.documentNumber} onChange={(event) => set({ documentNumber: event.target.value })} />
          )}
        </Field>
        <Field label={t('agreements.ask.departmentNote')}>
          {(props) => (
            <Input.TextArea {...props} rows={2} maxLength={2000} value={typed.note} onChange={(event) => set({ note: event.target.value })} />
          )}
        </Field>
      </div>
    </Ask>
  );
}
