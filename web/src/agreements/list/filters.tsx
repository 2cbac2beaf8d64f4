import { cooperationMode } from '@lianyu/domain/agreements';
import { stage } from '@lianyu/projections/folds';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { SearchWords } from '../../ui/index.ts';
import type { Filter } from './use-agreements.ts';

export function Filters({ filter, onChange }: { filter: Filter; onChange: (change: Partial<Filter>) => void }) {
  const { t } = useTranslation();
  return (
    <search className="filters">
      <SearchWords q={filter.q} label={t('agreements.search')} onChange={(q) => onChange({ q })} />
      <Select
        aria-label={t('agreements.column.stage')}
        value={filter.stage}
        onChange={(value) => onChange({ stage: value })}
        options={[{ value: '', label: t('agreements.anyStage') }, ...stage.options.map((value) => ({ value, label: t(`terms.stage.${value}`) }))]}
      />
      <Select
        aria-label={t('agreements.column.mode')}
        value={filter.mode}
        onChange={(value) => onChange({ mode: value })}
        options={[
          { value: '', label: t('agreements.anyMode') },
          ...cooperationMode.options.map((value) => ({ value, label: t(`terms.mode.${value}`) })),
        ]}
      />
      <Select
        aria-label={t('registration.filter')}
        value={filter.registered}
        onChange={(value) => onChange({ registered: value })}
        options={[
          { value: '', label: t('registration.anyOrigin') },
          { value: 'true', label: t('registration.registeredOnly') },
        ]}
      />
    </search>
  );
}
