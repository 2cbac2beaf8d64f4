import { Button, Input, Slider } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../i18n/format.ts';
import { Tag } from '../../ui/index.ts';
import type { SettlementHistory } from '../use-history.ts';
import { today } from '../words.ts';

interface Props {
  /** The first day that can be asked about. */
  readonly first: string;
  /** The day that is looked at; none is now. */
  readonly on: string | undefined;
  readonly moments: SettlementHistory;
  /** What became known after that day, in words. */
  readonly later: readonly string[];
  readonly onChoose: (on: string | undefined) => void;
}

const DAY_MS = 86_400_000;
const dayNumber = (date: string) => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
const dateOf = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Time as a control: as known on which day, where something happened, and what came later. */
export function TimeBar({ first, on, moments, later, onChoose }: Props) {
  const { t } = useTranslation();
  const dayId = useId();
  const [from, to] = [dayNumber(first), dayNumber(today())];
  const at = on === undefined ? to : Math.min(Math.max(dayNumber(on), from), to);
  const marks = Object.fromEntries(moments.map(({ at: instant }) => [dayNumber(formatDay(instant)), ' ']));
  const choose = (day: number) => onChoose(day >= to ? undefined : dateOf(day));
  return (
    <section className="card time-bar no-print" aria-label={t('settlement.known.title')}>
      <label htmlFor={dayId}>
        <span className="muted small">{t('settlement.known.on')}</span>
        <Input
          id={dayId}
          type="date"
          value={on ?? today()}
          min={first}
          max={today()}
          onChange={(event) => event.target.value !== '' && choose(dayNumber(event.target.value))}
        />
      </label>
      {to > from && (
        <Slider
          min={from}
          max={to}
          value={at}
          marks={marks}
          ariaLabelForHandle={t('settlement.known.slider')}
          tooltip={{ formatter: (day) => (day === undefined ? '' : dateOf(day)) }}
          onChange={choose}
        />
      )}
      <b>{on === undefined ? t('settlement.known.now') : t('settlement.known.onDay', { date: on })}</b>
      {on !== undefined && (
        <Button size="small" onClick={() => onChoose(undefined)}>
          {t('agreements.history.back')}
        </Button>
      )}
      <span className="later">
        {later.length === 0 ? (
          <span className="muted small">{t('settlement.known.nothingLater')}</span>
        ) : (
          later.slice(0, 3).map((words) => (
            <Tag key={words} tone="wait">
              {words}
            </Tag>
          ))
        )}
        {later.length > 3 && <span className="muted small">{t('settlement.known.moreLater', { count: later.length - 3 })}</span>}
      </span>
    </section>
  );
}
