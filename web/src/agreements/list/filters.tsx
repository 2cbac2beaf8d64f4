import { cooperationMode } from '@lianyu/domain/agreements';
import { stage } from '@lianyu/projections/folds';
import { Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter } from './use-agreements.ts';

/** How long after the last key is searched. */
const AFTER_MS = 300;

export function Filters({ filter, onChange }: { filter: Filter; onChange: (change: Partial<Filter>) => void }) {
  const { t } = useTranslation();
  return (
    <search className="filters">
      <Words q={filter.q} onChange={(q) => onChange({ q })} />
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
    </search>
  );
}

/** What is typed goes into the address a moment after the last key, so that every key is not an address. */
function Words({ q, onChange }: { q: string; onChange: (q: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(q);
  const [asked, setAsked] = useState(q);
  if (asked !== q) {
    // The address changed by itself, or by what was typed: only the former changes what stands here.
    setAsked(q);
    if (typed.trim() !== q) setTyped(q);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing searches, not a new callback
  useEffect(() => {
    if (typed.trim() === q) return;
    const timer = setTimeout(() => onChange(typed.trim()), AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <Input
      allowClear
      maxLength={80}
      aria-label={t('agreements.search')}
      placeholder={t('agreements.search')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={() => onChange(typed.trim())}
    />
  );
}
