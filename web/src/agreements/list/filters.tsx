import { cooperationMode } from '@lianyu/domain/agreements';
import { stage } from '@lianyu/projections/folds';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { provinces } from '../../administration/provinces.ts';
import { SearchWords, useOrganisations } from '../../ui/index.ts';
import type { Filter } from './use-agreements.ts';

export function Filters({ filter, onChange }: { filter: Filter; onChange: (change: Partial<Filter>) => void }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const organisations = useOrganisations();
  const parties = [...organisations.values()].map(({ id, profile }) => ({ value: id as string, label: profile.shortName[language] }));
  const known = new Set([...organisations.values()].map(({ profile }) => profile.regionCode.slice(0, 2)));
  const regions = Object.entries(provinces).flatMap(([value, words]) => (known.has(value) ? [{ value, label: words[language] }] : []));
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
      <Select
        aria-label={t('agreements.list.party')}
        showSearch={{ optionFilterProp: 'label' }}
        value={filter.party}
        onChange={(value) => onChange({ party: value })}
        options={[{ value: '', label: t('agreements.list.anyParty') }, ...parties]}
      />
      <Select
        aria-label={t('agreements.list.region')}
        showSearch={{ optionFilterProp: 'label' }}
        value={filter.region}
        onChange={(value) => onChange({ region: value })}
        options={[{ value: '', label: t('agreements.list.anyRegion') }, ...regions]}
      />
      <fieldset className="period">
        <span className="muted small">{t('agreements.list.moved')}</span>
        <Input
          type="date"
          aria-label={t('agreements.list.from')}
          value={filter.from}
          max={filter.to}
          onChange={({ target }) => onChange({ from: target.value })}
        />
        <span aria-hidden="true">–</span>
        <Input
          type="date"
          aria-label={t('agreements.list.to')}
          value={filter.to}
          min={filter.from}
          onChange={({ target }) => onChange({ to: target.value })}
        />
      </fieldset>
    </search>
  );
}
