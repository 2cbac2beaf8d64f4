import { type ChainStep, LEGAL_REVIEW_WORKING_DAYS } from '@lianyu/domain/clearance';
import { calendarDate } from '@lianyu/domain/kernel';
import { App, Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../i18n/format.ts';
import { Card, Field, useCommand } from '../ui/index.ts';
import { chainFrom, type TypedStep, typedFrom } from './model.ts';
import { StepFields } from './step-fields.tsx';

/** The chain as it is to be; a second person makes it hold. */
export function Editor({ steps, onClose }: { steps: readonly ChainStep[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { give, busy, refusal } = useCommand();
  const [typed, setTyped] = useState(() => typedFrom(steps));
  const [from, setFrom] = useState(() => formatDay(new Date().toISOString()));
  const chain = chainFrom(typed);
  const day = calendarDate.safeParse(from);
  const set = (step: TypedStep['step'], change: Partial<TypedStep>) =>
    setTyped((before) => before.map((each) => (each.step === step ? { ...each, ...change } : each)));
  async function propose(): Promise<void> {
    if (!chain || !day.success || !(await give('propose-procedure', { steps: [...chain], from: day.data }))) return;
    void message.success(t('procedure.done'));
    onClose();
  }
  return (
    <Card title={t('procedure.change')}>
      <div className="procedure-editor">
        {typed.map((each) => (
          <fieldset key={each.step} className={each.taken ? '' : 'off'}>
            <legend>{t(`terms.step.${each.step}`)}</legend>
            {each.step === 'seal-approval' ? (
              <div className="muted small">{t('procedure.last')}</div>
            ) : (
              <Checkbox checked={each.taken} onChange={(event) => set(each.step, { taken: event.target.checked })}>
                {t('procedure.takes')}
              </Checkbox>
            )}
            {each.step === 'legal-review' && <div className="muted small">{t('procedure.reviewDays', { days: LEGAL_REVIEW_WORKING_DAYS })}</div>}
            {(each.taken || each.step === 'seal-approval') && <StepFields typed={each} onChange={(change) => set(each.step, change)} />}
          </fieldset>
        ))}
        <Field label={t('procedure.fromDay')}>
          {(ids) => <Input {...ids} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />}
        </Field>
        {refusal !== undefined && (
          <div className="refusal" role="alert">
            {refusal}
          </div>
        )}
        <div className="procedure-actions">
          <Button type="primary" loading={busy} disabled={!chain || !day.success} onClick={() => void propose()}>
            {t('procedure.propose')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </div>
    </Card>
  );
}
