import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../ui/index.ts';
import type { DraftBand, DraftParty } from './model.ts';
import { DraftField, ProblemLine } from './problems.tsx';
import { isWhole, restOf, shareFrom, sumOf, sumText } from './shares.ts';
import { freshKey } from './starter.ts';

const MOST = 20;

interface Props {
  readonly path: string;
  readonly bands: readonly DraftBand[];
  readonly parties: readonly DraftParty[];
  readonly onChange: (bands: DraftBand[]) => void;
}

/** Ratios by stretches of years. Shares are typed as per cent or as fractions, and kept exactly. */
export function BandsEditor({ path, bands, parties, onChange }: Props) {
  const { t } = useTranslation();
  const set = (key: string, change: Partial<DraftBand>) => onChange(bands.map((band) => (band.key === key ? { ...band, ...change } : band)));
  return (
    <fieldset>
      <legend>{t('agreements.draft.bands')}</legend>
      <div className="muted small">{t('agreements.draft.shareHint')}</div>
      {bands.map((band, index) => (
        <Band
          key={band.key}
          path={`${path}.${index}`}
          band={band}
          parties={parties}
          onChange={(change) => set(band.key, change)}
          onRemove={bands.length > 1 ? () => onChange(bands.filter(({ key }) => key !== band.key)) : undefined}
        />
      ))}
      <Button size="small" disabled={bands.length >= MOST} onClick={() => onChange(withAnother(bands))}>
        {t('agreements.draft.addBand')}
      </Button>
    </fieldset>
  );
}

interface BandProps {
  readonly path: string;
  readonly band: DraftBand;
  readonly parties: readonly DraftParty[];
  readonly onChange: (change: Partial<DraftBand>) => void;
  readonly onRemove: (() => void) | undefined;
}

function Band({ path, band, parties, onChange, onRemove }: BandProps) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const typed = parties.map(({ key }) => band.shares[key] ?? '');
  const sum = sumOf(typed);
  return (
    <div className="band">
      <ProblemLine path={path} />
      <DraftField path={`${path}.fromYear`} label={t('agreements.draft.fromYear')}>
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            maxLength={3}
            value={band.fromYear}
            onChange={(event) => onChange({ fromYear: event.target.value.trim() })}
          />
        )}
      </DraftField>
      <DraftField path={`${path}.toYear`} label={t('agreements.draft.toYear')}>
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            maxLength={3}
            placeholder={t('agreements.draft.openEnd')}
            value={band.toYear}
            onChange={(event) => onChange({ toYear: event.target.value.trim() })}
          />
        )}
      </DraftField>
      {parties.map(({ key, organisation }, index) => (
        <DraftField
          key={key}
          path={`${path}.shares.${index}`}
          label={organisation === '' ? t('agreements.draft.partyNumber', { number: index + 1 }) : nameOf(organisation)}
        >
          {(control) => (
            <Input
              {...control}
              className="num"
              maxLength={27}
              placeholder={restOf(typed.filter((_, place) => place !== index)) ?? '%'}
              status={typed[index] !== '' && !shareFrom(typed[index] ?? '') ? 'error' : ''}
              value={typed[index]}
              onChange={(event) => onChange({ shares: { ...band.shares, [key]: event.target.value } })}
            />
          )}
        </DraftField>
      ))}
      <div className="band-foot">
        <span className={sum && !isWhole(sum) ? 'hint' : 'muted small'}>{sum ? t('agreements.draft.sum', { sum: sumText(sum) }) : ''}</span>
        {onRemove && (
          <Button type="text" size="small" onClick={onRemove}>
            {t('agreements.draft.removeBand')}
          </Button>
        )}
        <ProblemLine path={`${path}.shares`} />
      </div>
    </div>
  );
}

/** The years go on where the last ended; a band that ran on is given an end first, ten years being usual. */
function withAnother(bands: readonly DraftBand[]): DraftBand[] {
  const last = bands.at(-1);
  const from = Number(last?.fromYear) || 1;
  const to = last?.toYear ? Number(last.toYear) || from : from + 9;
  const closed = bands.map((band) => (band === last && band.toYear === '' ? { ...band, toYear: String(to) } : band));
  return [...closed, { key: freshKey(), fromYear: String(to + 1), toYear: '', shares: {} }];
}
