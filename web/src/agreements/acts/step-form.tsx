import { type ClearanceStep, meetingOutcome, type StepRecord, stepRecord } from '@lianyu/domain/clearance';
import { Input, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../../ui/index.ts';
import { Field } from '../field.tsx';
import { MinutesField } from './minutes-field.tsx';
import { emptyRecord, type FilledRecord, recordFrom } from './step-record.ts';

type Shared = Omit<Parameters<typeof Ask>[0], 'onOk' | 'children' | 'disabled'>;

interface Props extends Shared {
  readonly step: ClearanceStep;
  readonly outdated: boolean;
  readonly over: ReactNode;
  readonly onRecord: (record: StepRecord) => void;
}

/** What is recorded of one step of the internal procedure; it can be sent once it is complete. */
export function StepForm({ step, outdated, over, onRecord, ...shared }: Props) {
  const { t } = useTranslation();
  const [filled, setFilled] = useState<FilledRecord>(emptyRecord);
  const parsed = stepRecord.safeParse(recordFrom(step, filled));
  // What was recorded before it was asked for has no outcome; what is recorded now has.
  const record = parsed.success && !(step === 'collective-decision' && filled.outcome === undefined) ? parsed.data : undefined;
  const set = (change: Partial<FilledRecord>) => setFilled((before) => ({ ...before, ...change }));
  return (
    <Ask {...shared} disabled={outdated || !record} onOk={() => record && onRecord(record)}>
      {over}
      <div className="muted small">{t(`agreements.ask.about.${step}`)}</div>
      <div className="form">
        {step === 'consultation' && (
          <Field label={t('agreements.ask.departments')} required>
            {(props) => (
              <Input.TextArea
                {...props}
                rows={3}
                maxLength={2500}
                value={filled.departments}
                onChange={(event) => set({ departments: event.target.value })}
              />
            )}
          </Field>
        )}
        {step === 'legal-review' && (
          <Field label={t('agreements.ask.opinionNumber')} required>
            {(props) => (
              <Input {...props} maxLength={80} value={filled.opinionNumber} onChange={(event) => set({ opinionNumber: event.target.value })} />
            )}
          </Field>
        )}
        {step === 'fair-competition-review' && (
          <Radio.Group
            aria-label={t('terms.step.fair-competition-review')}
            value={filled.applies}
            onChange={(event) => set({ applies: event.target.value as boolean })}
            options={[
              { value: true, label: t('agreements.procedure.applies') },
              { value: false, label: t('agreements.procedure.appliesNot') },
            ]}
          />
        )}
        {step === 'collective-decision' && (
          <>
            <div className="grid-2">
              <Field label={t('agreements.ask.meetingOn')} required>
                {(props) => <Input {...props} type="date" value={filled.meetingOn} onChange={(event) => set({ meetingOn: event.target.value })} />}
              </Field>
              <Field
                label={t('agreements.ask.attendees')}
                required
                hint={
                  filled.attendees !== '' && !/^(?:[2-9]|[1-9]\d|1\d\d|200)$/.test(filled.attendees) ? t('agreements.ask.attendeesHint') : undefined
                }
              >
                {(props) => (
                  <Input
                    {...props}
                    inputMode="numeric"
                    maxLength={3}
                    value={filled.attendees}
                    onChange={(event) => set({ attendees: event.target.value.trim() })}
                  />
                )}
              </Field>
            </div>
            <Field label={t('agreements.ask.documentNumber')} required>
              {(props) => (
                <Input {...props} maxLength={80} value={filled.documentNumber} onChange={(event) => set({ documentNumber: event.target.value })} />
              )}
            </Field>
            <Radio.Group
              aria-label={t('agreements.ask.outcome')}
              value={filled.outcome}
              onChange={(event) => set({ outcome: event.target.value as NonNullable<FilledRecord['outcome']> })}
              options={meetingOutcome.options.map((value) => ({ value, label: t(`agreements.ask.outcomes.${value}`) }))}
            />
            <MinutesField digest={filled.minutes} onDigest={(minutes) => set({ minutes })} />
          </>
        )}
        <Field label={t('agreements.ask.note')}>
          {(props) => (
            <Input.TextArea {...props} rows={2} maxLength={2000} value={filled.note} onChange={(event) => set({ note: event.target.value })} />
          )}
        </Field>
      </div>
    </Ask>
  );
}
