import { taxKind, taxLevel } from '@lianyu/domain/sharing';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../ui/index.ts';
import { type DraftSharing, shareFrom } from './editing.ts';
import { Field } from './field.tsx';

const milestones = ['full-capacity', 'in-production', 'first-tax', 'construction-start'] as const;

/** A sharing term as fields: what is shared, from when, in which ratios by year, and where odd fen go. */
export function SharingEditor({ sharing, parties, onChange }: { sharing: DraftSharing; parties: readonly string[]; onChange: (sharing: DraftSharing) => void }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const { taxes, bands } = sharing;
  const set = (change: Partial<DraftSharing>) => onChange({ ...sharing, ...change });
  const setTax = (index: number, change: Partial<DraftSharing['taxes'][number]>) => set({ taxes: taxes.map((each, place) => (place === index ? { ...each, ...change } : each)) });
  const setBand = (index: number, change: Partial<DraftSharing['bands'][number]>) => set({ bands: bands.map((each, place) => (place === index ? { ...each, ...change } : each)) });
  return (
    <>
      <h3>{t('agreements.draft.taxes')}</h3>
      {taxes.map(({ tax, level }, index) => (
        <div className="row" key={`${tax}/${level}`}>
          <Select aria-label={t('agreements.draft.taxes')} value={tax} onChange={(value) => setTax(index, { tax: value })} options={taxKind.options.map((value) => ({ value, label: t(`terms.tax.${value}`) }))} />
          <Select aria-label={t('agreements.draft.taxes')} value={level} onChange={(value) => setTax(index, { level: value })} options={taxLevel.options.map((value) => ({ value, label: t(`terms.taxLevel.${value}`) }))} />
          <Button type="text" disabled={taxes.length === 1} onClick={() => set({ taxes: taxes.filter((_, place) => place !== index) })}>
            {t('agreements.draft.remove')}
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => set({ taxes: [...taxes, { tax: taxKind.options.find((each) => !taxes.some(({ tax }) => tax === each)) ?? 'value-added', level: 'local-retained' }] })}>
        {t('agreements.draft.addTax')}
      </Button>
      <div className="grid-2">
        <Field label={t('agreements.sharing.start')}>
          {(id) => (
            <Select
              id={id}
              value={sharing.startOn === '' ? sharing.milestone : 'date'}
              onChange={(value: string) => set(value === 'date' ? { startOn: `${new Date().getFullYear() + 1}-01-01` } : { startOn: '', milestone: value })}
              options={[{ value: 'date', label: t('agreements.draft.startOnDate') }, ...milestones.map((value) => ({ value, label: t(`terms.milestone.${value}`) }))]}
            />
          )}
        </Field>
        {sharing.startOn !== '' && <Field label={t('agreements.draft.startOnDate')}>{(id) => <Input id={id} type="date" value={sharing.startOn} onChange={(event) => set({ startOn: event.target.value })} />}</Field>}
        <Field label={t('agreements.sharing.years')}>
          {(id) => <Select id={id} value={sharing.years} onChange={(years) => set({ years })} options={[{ value: 'calendar', label: t('agreements.draft.calendarYears') }, { value: 'anniversary', label: t('agreements.draft.anniversaryYears') }]} />}
        </Field>
      </div>
      <h3>{t('agreements.draft.bands')}</h3>
      <div className="muted small">{t('agreements.draft.shareHint')}</div>
      {bands.map((band, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a band has no identity but its place
        <div className="band" key={index}>
          <Field label={t('agreements.draft.fromYear')}>{(id) => <Input id={id} inputMode="numeric" value={band.fromYear} onChange={(event) => setBand(index, { fromYear: event.target.value })} />}</Field>
          <Field label={t('agreements.draft.toYear')}>{(id) => <Input id={id} inputMode="numeric" value={band.toYear} onChange={(event) => setBand(index, { toYear: event.target.value })} />}</Field>
          {parties.map((party) => {
            const typed = band.shares[party] ?? '';
            return (
              <Field key={party} label={nameOf(party)} hint={typed !== '' && !shareFrom(typed) ? t('agreements.draft.shareBad') : undefined}>
                {(id) => <Input id={id} value={typed} status={typed !== '' && !shareFrom(typed) ? 'error' : ''} onChange={(event) => setBand(index, { shares: { ...band.shares, [party]: event.target.value } })} />}
              </Field>
            );
          })}
          <Button type="text" disabled={bands.length === 1} onClick={() => set({ bands: bands.filter((_, place) => place !== index) })}>
            {t('agreements.draft.remove')}
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => set({ bands: [...bands, { fromYear: nextYear(bands), toYear: '', shares: {} }] })}>
        {t('agreements.draft.addBand')}
      </Button>
      <div className="grid-2">
        <Field label={t('agreements.draft.roundingLevel')}>
          {(id) => <Select id={id} value={sharing.level} onChange={(level) => set({ level })} options={[{ value: 'total', label: t('agreements.draft.onTotal') }, { value: 'per-tax', label: t('agreements.draft.perTax') }]} />}
        </Field>
        <Field label={t('agreements.draft.negative')}>
          {(id) => <Select id={id} value={sharing.negative} onChange={(negative) => set({ negative })} options={[{ value: 'mirror', label: t('agreements.draft.mirror') }, { value: 'carry-forward', label: t('agreements.draft.carry') }]} />}
        </Field>
      </div>
    </>
  );
}

function nextYear(bands: DraftSharing['bands']): string {
  const last = bands.at(-1);
  const end = Number(last?.toYear || last?.fromYear || 0);
  return String(end + 1);
}
