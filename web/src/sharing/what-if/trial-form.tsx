import { unitOf } from '@lianyu/domain/sharing';
import { Button, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { amountFrom, Field, useNames } from '../../ui/index.ts';
import { measureName, useTreeWords } from '../form/words/index.ts';
import { keyOf, type Needs, type Row } from './needs.ts';
import { sampleTrial, type Trial } from './trial.ts';

interface Props {
  readonly needs: Needs;
  readonly trial: Trial;
  /** From what stands then: two changes before the next drawing are both kept. */
  readonly onChange: (change: (before: Trial) => Trial) => void;
}

const MOST_YEARS = 50;

/** What is assumed: from which year, what happens when, and the amounts of each year. */
export function TrialForm({ needs, trial, onChange }: Props) {
  const { t } = useTranslation();
  const words = useTreeWords();
  const years = Array.from({ length: trial.years }, (_, index) => trial.firstYear + index);
  return (
    <div className="trial-form">
      <div className="trial-frame">
        <Field label={t('sharing.trial.firstYear')}>
          {(ids) => (
            <InputNumber
              {...ids}
              min={1990}
              max={2200}
              precision={0}
              value={trial.firstYear}
              onChange={(firstYear) => firstYear !== null && onChange((before) => ({ ...before, firstYear }))}
            />
          )}
        </Field>
        <Field label={t('sharing.trial.years')}>
          {(ids) => (
            <InputNumber
              {...ids}
              min={1}
              max={MOST_YEARS}
              precision={0}
              value={trial.years}
              onChange={(count) => count !== null && onChange((before) => ({ ...before, years: count }))}
            />
          )}
        </Field>
        {needs.milestones.map((kind) => (
          <Field key={kind} label={words.choice('milestoneKind', kind)}>
            {(ids) => (
              <Input
                {...ids}
                type="date"
                value={trial.milestones[kind] ?? ''}
                onChange={({ target: { value } }) => onChange((before) => ({ ...before, milestones: { ...before.milestones, [kind]: value } }))}
              />
            )}
          </Field>
        ))}
      </div>
      <div className="table-scroll">
        <table className="trial-table">
          <caption className="hidden-text">{t('sharing.trial.amounts')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('sharing.trial.amounts')}</th>
              {years.map((year) => (
                <th key={year} scope="col" className="num">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...needs.base, ...needs.others].map((row) => (
              <AmountRow key={keyOf(row)} row={row} years={years} trial={trial} onChange={onChange} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="row">
        <span className="muted small">{t('sharing.trial.invented')}</span>
        <Button
          size="small"
          onClick={() =>
            onChange((before) => ({ ...before, amounts: Object.fromEntries([...needs.base, ...needs.others].map((row) => [keyOf(row), []])) }))
          }
        >
          {t('sharing.trial.clear')}
        </Button>
        <Button
          size="small"
          onClick={() => onChange((before) => ({ ...before, amounts: sampleTrial(needs, before.firstYear, before.years).amounts }))}
        >
          {t('sharing.trial.sample')}
        </Button>
      </div>
    </div>
  );
}

function AmountRow({ row, years, trial, onChange }: { row: Row; years: readonly number[]; trial: Trial; onChange: Props['onChange'] }) {
  const { t, i18n } = useTranslation();
  const nameOf = useNames();
  const key = keyOf(row);
  const unit = unitOf(row.measure);
  const name = measureName(row.measure, i18n.language === 'en' ? 'en' : 'zh');
  const typed = trial.amounts[key] ?? [];
  const set = (place: number, value: string) =>
    onChange((before) => {
      const stood = before.amounts[key] ?? [];
      const next = Array.from({ length: Math.max(before.years, stood.length) }, (_, index) => (index === place ? value : (stood[index] ?? '')));
      return { ...before, amounts: { ...before.amounts, [key]: next } };
    });
  return (
    <tr>
      <th scope="row">
        {name}
        <div className="muted small">
          {nameOf(row.party)} · {t(`sharing.unit.${unit}`)}
        </div>
      </th>
      {years.map((year, place) => {
        const value = typed[place] ?? '';
        return (
          <td key={year}>
            <Input
              size="small"
              className="num"
              aria-label={`${name} ${nameOf(row.party)} ${year}`}
              {...(value.trim() !== '' && amountFrom(value, unit) === undefined ? { status: 'error' as const } : {})}
              value={value}
              onChange={(event) => set(place, event.target.value)}
            />
          </td>
        );
      })}
    </tr>
  );
}
