import { type ClearanceStep, type StepRecord, stepRecord } from '@lianyu/domain/clearance';
import { Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../../ui/index.ts';

type Shared = Omit<Parameters<typeof Ask>[0], 'onOk' | 'children'>;

interface Filled {
  readonly departments: string;
  readonly opinionNumber: string;
  readonly applies: boolean;
  readonly meetingOn: string;
  readonly attendees: string;
  readonly documentNumber: string;
  readonly note: string;
}

/** What is recorded of one step of the internal procedure; it can be sent once it is complete. */
export function StepForm({ step, outdated, over, onOk, ...shared }: Shared & { step: ClearanceStep; outdated: boolean; over: React.ReactNode; onOk: (record: StepRecord) => void }) {
  const { t } = useTranslation();
  const [filled, setFilled] = useState<Filled>({ departments: '', opinionNumber: '', applies: true, meetingOn: '', attendees: '', documentNumber: '', note: '' });
  const record = stepRecord.safeParse(recordFrom(step, filled));
  const set = (change: Partial<Filled>) => setFilled((before) => ({ ...before, ...change }));
  return (
    <Ask {...shared} disabled={outdated || !record.success} onOk={() => record.success && onOk(record.data)}>
      {over}
      <div className="form">
        {step === 'consultation' && (
          <Field label={t('agreements.ask.departments')}>{(id) => <Input.TextArea id={id} rows={3} value={filled.departments} onChange={(event) => set({ departments: event.target.value })} />}</Field>
        )}
        {step === 'legal-review' && (
          <Field label={t('agreements.ask.opinionNumber')}>{(id) => <Input id={id} maxLength={80} value={filled.opinionNumber} onChange={(event) => set({ opinionNumber: event.target.value })} />}</Field>
        )}
        {step === 'fair-competition-review' && (
          <Checkbox checked={filled.applies} onChange={(event) => set({ applies: event.target.checked })}>
            {t('agreements.ask.applies')}
          </Checkbox>
        )}
        {step === 'collective-decision' && (
          <>
            <Field label={t('agreements.ask.meetingOn')}>{(id) => <Input id={id} type="date" value={filled.meetingOn} onChange={(event) => set({ meetingOn: event.target.value })} />}</Field>
            <Field label={t('agreements.ask.attendees')}>{(id) => <Input id={id} type="number" min={2} max={200} value={filled.attendees} onChange={(event) => set({ attendees: event.target.value })} />}</Field>
            <Field label={t('agreements.ask.documentNumber')}>{(id) => <Input id={id} maxLength={80} value={filled.documentNumber} onChange={(event) => set({ documentNumber: event.target.value })} />}</Field>
          </>
        )}
        <Field label={t('agreements.ask.note')}>{(id) => <Input.TextArea id={id} rows={2} maxLength={2000} value={filled.note} onChange={(event) => set({ note: event.target.value })} />}</Field>
      </div>
    </Ask>
  );
}

function Field({ label, children }: { label: string; children: (id: string) => React.ReactNode }) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </>
  );
}

function recordFrom(step: ClearanceStep, { departments, opinionNumber, applies, meetingOn, attendees, documentNumber, note }: Filled): unknown {
  switch (step) {
    case 'consultation':
      return { step, departments: departments.split('\n').map((line) => line.trim()).filter(Boolean), note };
    case 'legal-review':
      return { step, opinionNumber, note };
    case 'fair-competition-review':
      return { step, applies, note };
    case 'collective-decision':
      return { step, meetingOn, attendees: Number(attendees), documentNumber, note };
    case 'seal-approval':
      return { step, note };
  }
}
