import type { ChainStep, StepCondition } from '@lianyu/domain/clearance';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { amountText } from '../ui/index.ts';

/** A chain as it is read: each step with whom it asks, when it is taken and how long it may take. */
export function Steps({ steps }: { steps: readonly ChainStep[] }) {
  const { t } = useTranslation();
  return (
    <ol className="procedure-steps">
      {steps.map((each) => (
        <li key={each.step}>
          <b>{t(`terms.step.${each.step}`)}</b>
          <div className="muted small">{detailsOf(each, t).join('；')}</div>
          {each.step !== 'seal-approval' && each.when.length > 0 && (
            <div className="muted small">
              {t('procedure.onlyIf')}
              <ul>
                {each.when.map((condition) => (
                  <li key={condition.kind}>{conditionWords(condition, t)}</li>
                ))}
              </ul>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

function detailsOf(each: ChainStep, t: TFunction): readonly string[] {
  const days = each.workingDays === undefined ? [] : [t('procedure.daysOf', { days: each.workingDays })];
  if (each.step === 'seal-approval') return [t('procedure.last'), ...days];
  const always = each.when.length === 0 ? [t('procedure.always')] : [];
  if (each.step !== 'consultation') return [...always, ...days];
  if (each.departments.length === 0) return [t('procedure.departmentsOpen'), ...always, ...days];
  return [t('procedure.departmentsOf', { names: each.departments.join('、') }), t(`procedure.answers.${each.answers}`), ...always, ...days];
}

function conditionWords(condition: StepCondition, t: TFunction): string {
  switch (condition.kind) {
    case 'mode':
      return condition.modes.map((mode) => t(`terms.mode.${mode}`)).join('、');
    case 'amount':
      return t('procedure.amountFrom', { amount: amountText(condition.from, 'fen') });
    case 'share-to-company':
      return t('procedure.company');
  }
}
