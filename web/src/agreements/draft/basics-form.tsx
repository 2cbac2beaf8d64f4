import { cooperationMode } from '@lianyu/domain/agreements';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/index.ts';
import { ExitFields } from './exit-fields.tsx';
import type { Draft } from './model.ts';
import { DraftField } from './problems.tsx';

/** Title, mode, force and term. */
export function BasicsForm({ draft, onChange }: { draft: Draft; onChange: (change: Partial<Draft>) => void }) {
  const { t } = useTranslation();
  const { title, mode, effect, until } = draft;
  const condition = effect.condition ?? { zh: '', en: '' };
  return (
    <Card title={t('agreements.draft.basics')}>
      <DraftField path="title.zh" label={t('agreements.draft.titleZh')}>
        {(control) => (
          <Input {...control} maxLength={200} value={title.zh} onChange={(event) => onChange({ title: { ...title, zh: event.target.value } })} />
        )}
      </DraftField>
      <DraftField path="title.en" label={t('agreements.draft.titleEn')}>
        {(control) => (
          <Input
            {...control}
            lang="en"
            maxLength={300}
            value={title.en}
            onChange={(event) => onChange({ title: { ...title, en: event.target.value } })}
          />
        )}
      </DraftField>
      <div className="grid-2">
        <DraftField path="mode" label={t('agreements.draft.mode')}>
          {(control) => (
            <Select
              {...control}
              value={mode}
              onChange={(value) => onChange({ mode: value })}
              options={cooperationMode.options.map((value) => ({ value, label: t(`terms.mode.${value}`) }))}
            />
          )}
        </DraftField>
        <DraftField path="effect.kind" label={t('agreements.draft.effect')}>
          {(control) => (
            <Select
              {...control}
              value={effect.kind}
              onChange={(kind) => onChange({ effect: { ...effect, kind } })}
              options={[
                { value: 'on-conclusion', label: t('agreements.draft.onConclusion') },
                { value: 'on-date', label: t('agreements.draft.onDate') },
                ...(draft.purpose ? [] : [{ value: 'on-condition' as const, label: t('agreements.draft.onCondition') }]),
              ]}
            />
          )}
        </DraftField>
        {effect.kind === 'on-date' && (
          <DraftField path="effect.date" label={t('agreements.draft.effectDate')}>
            {(control) => (
              <Input
                {...control}
                type="date"
                value={effect.date}
                onChange={(event) => onChange({ effect: { ...effect, date: event.target.value } })}
              />
            )}
          </DraftField>
        )}
        {draft.purpose?.kind !== 'termination' && (
          <DraftField path="until" label={t('agreements.draft.until')}>
            {(control) => <Input {...control} type="date" value={until} onChange={(event) => onChange({ until: event.target.value })} />}
          </DraftField>
        )}
      </div>
      {effect.kind === 'on-condition' &&
        (['zh', 'en'] as const).map((language) => (
          <DraftField
            key={language}
            path={`effect.condition.${language}`}
            label={t(language === 'zh' ? 'agreements.draft.condition' : 'agreements.draft.conditionEn')}
          >
            {(control) => (
              <Input.TextArea
                {...control}
                {...(language === 'en' ? { lang: 'en' } : {})}
                rows={2}
                maxLength={2000}
                value={condition[language]}
                onChange={(event) => onChange({ effect: { ...effect, condition: { ...condition, [language]: event.target.value } } })}
              />
            )}
          </DraftField>
        ))}
      {draft.purpose === undefined || draft.purpose.kind === 'amendment' ? <ExitFields draft={draft} onChange={onChange} /> : null}
    </Card>
  );
}
