import { reportPhase } from '@lianyu/projections/folds';
import { Checkbox, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { SearchWords, useNames } from '../ui/index.ts';
import type { Filter } from './filter.ts';
import { useAgreementsInForce } from './use-agreements-in-force.ts';
import type { Reported } from './use-figures.ts';

interface Props {
  readonly filter: Filter;
  readonly reported: Reported;
  readonly onChange: (change: Partial<Filter>) => void;
}

/** What the list is narrowed by, in the address. */
export function Filters({ filter, reported, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const nameOf = useNames();
  const agreements = useAgreementsInForce();
  const { figures, milestones } = reported;
  const parties = [...new Set([...figures, ...milestones].map(({ party }) => party as string))];
  const years = [...new Set([...figures.map(({ year }) => year), ...milestones.map(({ on }) => on.slice(0, 4))])].sort().reverse();
  const title = (row: (typeof agreements.rows)[number]) => (i18n.language === 'en' && row.title?.en ? row.title.en : row.title?.zh);
  return (
    <search className="figure-filters">
      <Segmented<Filter['kind']>
        aria-label={t('figures.title')}
        value={filter.kind}
        onChange={(kind) => onChange({ kind })}
        options={[
          { value: 'figure', label: `${t('figures.figures')} ${figures.length}` },
          { value: 'milestone', label: `${t('figures.milestones')} ${milestones.length}` },
        ]}
      />
      <Select
        aria-label={t('figures.agreement')}
        className="wide"
        value={filter.agreement}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(agreement: string) => onChange({ agreement, phase: '', party: '', year: '' })}
        options={agreements.rows.map((row) => ({ value: row.id as string, label: `${title(row)} ${row.number ?? ''}` }))}
      />
      <SearchWords q={filter.q} label={t('figures.search')} onChange={(q) => onChange({ q })} />
      <Select
        aria-label={t('figures.column.phase')}
        value={filter.phase}
        onChange={(phase: string) => onChange({ phase })}
        options={[
          { value: '', label: t('figures.anyPhase') },
          ...reportPhase.options.map((value) => ({ value: value as string, label: t(`figures.phase.${value}`) })),
        ]}
      />
      <Select
        aria-label={t('figures.column.party')}
        value={filter.party}
        onChange={(party: string) => onChange({ party })}
        options={[{ value: '', label: t('figures.anyParty') }, ...parties.map((value) => ({ value, label: nameOf(value) }))]}
      />
      <Select
        aria-label={t('figures.column.period')}
        value={filter.year}
        onChange={(year: string) => onChange({ year })}
        options={[{ value: '', label: t('figures.anyYear') }, ...years.map((value) => ({ value, label: value }))]}
      />
      <Checkbox checked={filter.waits === 'us'} onChange={(event) => onChange({ waits: event.target.checked ? 'us' : '' })}>
        {t('figures.waitsForUs')}
      </Checkbox>
    </search>
  );
}
