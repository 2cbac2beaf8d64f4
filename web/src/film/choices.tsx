import type { Film } from '@lianyu/contract';
import { type Activity, type AgreementRow, activity } from '@lianyu/projections/folds';
import { Input, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../i18n/format.ts';
import { useNames } from '../ui/index.ts';
import type { Filter } from './reel.ts';
import { useFilmWords } from './words.ts';

interface Props {
  readonly from: string;
  readonly until: string;
  readonly filter: Filter;
  readonly film: Film | undefined;
  readonly onChange: (change: Readonly<Record<string, string | undefined>>) => void;
}

/** Which days, and whose; what can be chosen is what is in the film. */
export function FilmChoices({ from, until, filter, film, onChange }: Props) {
  const t = useFilmWords();
  const { t: general } = useTranslation();
  const nameOf = useNames();
  const { parties, agreements, kinds } = useMemo(() => foundIn(film), [film]);
  return (
    <div className="film-choices">
      <label htmlFor="film-from">
        {t('from')}
        <Input
          id="film-from"
          type="date"
          value={formatDay(from)}
          max={formatDay(until)}
          onChange={({ target }) => target.value !== '' && onChange({ from: `${target.value}T00:00:00.000+08:00`, at: undefined })}
        />
      </label>
      <label htmlFor="film-until">
        {t('until')}
        <Input
          id="film-until"
          type="date"
          value={formatDay(until)}
          min={formatDay(from)}
          onChange={({ target }) => target.value !== '' && onChange({ until: `${target.value}T23:59:59.999+08:00`, at: undefined })}
        />
      </label>
      <Select<string>
        aria-label={t('organisationLabel')}
        showSearch={{ optionFilterProp: 'label' }}
        value={filter.organisation}
        onChange={(organisation) => onChange({ organisation })}
        options={[{ value: '', label: t('organisation') }, ...parties.map((value) => ({ value, label: nameOf(value) }))]}
      />
      <Select<string>
        aria-label={t('agreementLabel')}
        showSearch={{ optionFilterProp: 'label' }}
        value={filter.agreement}
        onChange={(agreement) => onChange({ agreement })}
        options={[
          { value: '', label: t('agreement') },
          ...agreements.map(({ id, parties: between }) => ({ value: id as string, label: between.map(nameOf).join(' — ') })),
        ]}
      />
      <Select<string>
        aria-label={t('kindLabel')}
        value={filter.kind}
        onChange={(kind) => onChange({ kind })}
        options={[
          { value: '', label: t('kind') },
          ...kinds.map((value) => ({ value: value as string, label: general(`terms.move.${value}`, { number: '', step: '', joint: '' }) })),
        ]}
      />
    </div>
  );
}

function foundIn(film: Film | undefined) {
  const rows = [
    ...(film?.opening ?? []),
    ...(film?.frames ?? []).flatMap(({ deltas }) => deltas.flatMap((delta) => (delta.op === 'put' ? [delta.row] : []))),
  ];
  const agreements = new Map<string, AgreementRow>();
  const kinds = new Set<Activity['kind']>();
  for (const { kind, key, body } of rows) {
    if (kind === 'agreement-row') agreements.set(key, body as AgreementRow);
    if (kind === 'activity') kinds.add((body as Activity).kind);
  }
  const parties = [...new Set([...agreements.values()].flatMap((row) => row.parties as readonly string[]))].sort();
  return {
    parties,
    agreements: [...agreements.values()],
    kinds: activity.shape.kind.options.flatMap(({ options }) => options).filter((kind) => kinds.has(kind)),
  };
}
