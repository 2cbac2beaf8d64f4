import { cooperationMode } from '@lianyu/domain/agreements';
import { Checkbox, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../ui/index.ts';
import { problemsOf, type TypedStep } from './model.ts';

/** Whom a step asks, when it is taken and how long it may take. */
export function StepFields({ typed, onChange }: { typed: TypedStep; onChange: (change: Partial<TypedStep>) => void }) {
  const { t } = useTranslation();
  const { step, modes, amount, company, days, departments, answers } = typed;
  const problems = problemsOf(typed);
  return (
    <div className="procedure-fields">
      {step === 'consultation' && (
        <>
          <Field label={t('procedure.departments')}>
            {(ids) => (
              <Input.TextArea
                {...ids}
                rows={3}
                maxLength={2500}
                value={departments}
                onChange={(event) => onChange({ departments: event.target.value })}
              />
            )}
          </Field>
          {departments.trim() !== '' && (
            <Radio.Group
              aria-label={t('procedure.answersLabel')}
              value={answers}
              onChange={(event) => onChange({ answers: event.target.value as 'all' | 'any' })}
              options={(['all', 'any'] as const).map((value) => ({ value, label: t(`procedure.answers.${value}`) }))}
            />
          )}
        </>
      )}
      <Field label={t('procedure.days')} hint={problems.days ? t('procedure.daysInvalid') : undefined}>
        {(ids) => <Input {...ids} inputMode="numeric" maxLength={2} value={days} onChange={(event) => onChange({ days: event.target.value })} />}
      </Field>
      {step !== 'seal-approval' && (
        <div className="procedure-conditions">
          <div className="small">{t('procedure.conditions')}</div>
          <Field label={t('procedure.modes')}>
            {(ids) => (
              <Select<string[]>
                {...ids}
                mode="multiple"
                value={[...modes]}
                onChange={(chosen) => onChange({ modes: chosen })}
                options={cooperationMode.options.map((value) => ({ value, label: t(`terms.mode.${value}`) }))}
              />
            )}
          </Field>
          <Field label={t('procedure.amount')} hint={problems.amount ? t('procedure.amountInvalid') : t('procedure.amountNote')}>
            {(ids) => <Input {...ids} maxLength={24} value={amount} onChange={(event) => onChange({ amount: event.target.value })} />}
          </Field>
          <Checkbox checked={company} onChange={(event) => onChange({ company: event.target.checked })}>
            {t('procedure.company')}
          </Checkbox>
        </div>
      )}
    </div>
  );
}
