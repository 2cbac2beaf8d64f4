import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Draft } from './model.ts';
import { DraftField } from './problems.tsx';

/** How one party alone may end the agreement; what is left empty is not agreed on. */
export function ExitFields({ draft, onChange }: { draft: Draft; onChange: (change: Partial<Draft>) => void }) {
  const { t } = useTranslation();
  const exit = draft.exit ?? { cureDays: '', noticeDays: '' };
  const days = (field: keyof typeof exit, path: string) => (
    <DraftField path={path} label={t(`agreements.draft.${field}`)}>
      {(control) => (
        <Input
          {...control}
          inputMode="numeric"
          maxLength={3}
          value={exit[field]}
          onChange={(event) => onChange({ exit: { ...exit, [field]: event.target.value } })}
        />
      )}
    </DraftField>
  );
  return (
    <fieldset className="exit-fields">
      <legend>
        {t('agreements.draft.exit')} <span className="muted small">{t('agreements.draft.daysHint')}</span>
      </legend>
      <div className="grid-2">
        {days('cureDays', 'exit.breach.cureDays')}
        {days('noticeDays', 'exit.policyChange.noticeDays')}
      </div>
    </fieldset>
  );
}
