import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../ui/index.ts';
import { type DraftParty, type DraftSharing, tiesAmong } from './model.ts';
import { DraftField, ProblemLine } from './problems.tsx';

interface Props {
  readonly path: string;
  readonly sharing: DraftSharing;
  readonly parties: readonly DraftParty[];
  readonly onChange: (change: Partial<DraftSharing>) => void;
}

/** Rounding is a term (MN-2): its level, its sign rule, and who comes first for an odd fen. */
export function RoundingEditor({ path, sharing, parties, onChange }: Props) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const ties = tiesAmong(sharing, parties);
  const raise = (index: number) =>
    onChange({ ties: ties.map((key, place) => (place === index - 1 ? (ties[index] ?? key) : place === index ? (ties[index - 1] ?? key) : key)) });
  const label = (key: string) => {
    const index = parties.findIndex((party) => party.key === key);
    const organisation = parties[index]?.organisation ?? '';
    return organisation === '' ? t('agreements.draft.partyNumber', { number: index + 1 }) : nameOf(organisation);
  };
  return (
    <fieldset>
      <legend>{t('agreements.draft.rounding')}</legend>
      <div className="grid-2">
        <DraftField path={`${path}.level`} label={t('agreements.sharing.rounding')}>
          {(control) => (
            <Select
              {...control}
              value={sharing.level}
              onChange={(level) => onChange({ level })}
              options={(['total', 'per-tax'] as const).map((value) => ({ value, label: t(`agreements.sharing.level.${value}`) }))}
            />
          )}
        </DraftField>
        <DraftField path={`${path}.negative`} label={t('agreements.sharing.negativeBase')}>
          {(control) => (
            <Select
              {...control}
              value={sharing.negative}
              onChange={(negative) => onChange({ negative })}
              options={(['mirror', 'carry-forward'] as const).map((value) => ({ value, label: t(`agreements.sharing.negative.${value}`) }))}
            />
          )}
        </DraftField>
      </div>
      <div className="ties">
        <span className="muted small">{t('agreements.sharing.ties')}</span>
        <ol>
          {ties.map((key, index) => (
            <li key={key}>
              {label(key)}
              <Button
                type="text"
                size="small"
                disabled={index === 0}
                aria-label={`${t('agreements.draft.up')} ${label(key)}`}
                onClick={() => raise(index)}
              >
                {t('agreements.draft.up')}
              </Button>
            </li>
          ))}
        </ol>
        <ProblemLine path={`${path}.ties`} />
      </div>
    </fieldset>
  );
}
