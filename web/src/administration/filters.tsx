import { organisationKind } from '@lianyu/domain/organisations';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OrganisationFilter } from './organisation-filter.ts';
import { provinceName, provinces } from './provinces.ts';

/** Words, kind, province and verification mark, for the list and for the directory alike. */
export function Filters({ filter, onChange }: { filter: OrganisationFilter; onChange: (filter: OrganisationFilter) => void }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const set = (change: Partial<OrganisationFilter>) => onChange({ ...filter, ...change });
  return (
    <div className="find">
      <Input
        allowClear
        aria-label={t('administration.find')}
        placeholder={t('administration.find')}
        value={filter.words}
        onChange={(event) => set({ words: event.target.value })}
      />
      <div className="pair">
        <Select<string>
          aria-label={t('administration.kind')}
          value={filter.kind}
          onChange={(kind) => set({ kind })}
          options={[
            { value: '', label: t('administration.anyKind') },
            ...organisationKind.options.map((value) => ({ value, label: t(`terms.kind.${value}`) })),
          ]}
        />
        <Select<string>
          aria-label={t('administration.province')}
          showSearch={{ optionFilterProp: 'label' }}
          value={filter.province}
          onChange={(province) => set({ province })}
          options={[
            { value: '', label: t('administration.anyProvince') },
            ...Object.keys(provinces).map((value) => ({ value, label: provinceName(value, language) })),
          ]}
        />
      </div>
      <Select<OrganisationFilter['mark']>
        aria-label={t('administration.mark')}
        value={filter.mark}
        onChange={(mark) => set({ mark })}
        options={[
          { value: '', label: t('administration.anyMark') },
          { value: 'verified', label: t('administration.verified') },
          { value: 'unverified', label: t('administration.notVerified') },
        ]}
      />
    </div>
  );
}
