import { organisationId } from '@lianyu/domain/kernel';
import { shareTerm, sharingText, taxKind, taxLevel } from '@lianyu/domain/sharing';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { BandsEditor } from './bands-editor.tsx';
import { termFrom } from './content.ts';
import type { DraftParty, DraftSharing } from './model.ts';
import { DraftField, ProblemLine } from './problems.tsx';
import { RoundingEditor } from './rounding-editor.tsx';

const milestones = ['full-capacity', 'in-production', 'first-tax', 'construction-start'] as const;

interface Props {
  readonly path: string;
  readonly sharing: DraftSharing;
  readonly parties: readonly DraftParty[];
  readonly onChange: (sharing: DraftSharing) => void;
}

/** A sharing term as fields: what is shared, from when, in which ratios by year, and where odd fen go; and how it will read. */
export function SharingEditor({ path, sharing, parties, onChange }: Props) {
  const { t } = useTranslation();
  const { start } = sharing;
  const set = (change: Partial<DraftSharing>) => onChange({ ...sharing, ...change });
  return (
    <div className="sharing-editor">
      <TaxesEditor path={`${path}.base.taxes`} taxes={sharing.taxes} onChange={(taxes) => set({ taxes })} />
      <div className="grid-2">
        <DraftField path={`${path}.start.node`} label={t('agreements.sharing.start')}>
          {(control) => (
            <Select
              {...control}
              value={start.kind === 'date' ? 'date' : start.milestone}
              onChange={(value: string) =>
                set({ start: value === 'date' ? { ...start, kind: 'date' } : { ...start, kind: 'milestone', milestone: value } })
              }
              options={[
                { value: 'date', label: t('agreements.draft.startOnDate') },
                ...milestones.map((value) => ({ value: value as string, label: t(`terms.milestone.${value}`) })),
              ]}
            />
          )}
        </DraftField>
        {start.kind === 'date' && (
          <DraftField path={`${path}.start.date`} label={t('agreements.draft.startDate')}>
            {(control) => (
              <Input {...control} type="date" value={start.date} onChange={(event) => set({ start: { ...start, date: event.target.value } })} />
            )}
          </DraftField>
        )}
        <DraftField path={`${path}.years`} label={t('agreements.sharing.yearCount')}>
          {(control) => (
            <Select
              {...control}
              value={sharing.years}
              onChange={(years) => set({ years })}
              options={(['calendar', 'anniversary'] as const).map((value) => ({ value, label: t(`agreements.sharing.year.${value}`) }))}
            />
          )}
        </DraftField>
      </div>
      <BandsEditor path={`${path}.allocation.bands`} bands={sharing.bands} parties={parties} onChange={(bands) => set({ bands })} />
      <RoundingEditor path={`${path}.rounding`} sharing={sharing} parties={parties} onChange={set} />
      <AsItReads sharing={sharing} parties={parties} />
    </div>
  );
}

function TaxesEditor({ path, taxes, onChange }: { path: string; taxes: DraftSharing['taxes']; onChange: (taxes: DraftSharing['taxes']) => void }) {
  const { t } = useTranslation();
  const set = (index: number, change: Partial<DraftSharing['taxes'][number]>) =>
    onChange(taxes.map((each, place) => (place === index ? { ...each, ...change } : each)));
  const another = taxKind.options.find((kind) => !taxes.some(({ tax }) => tax === kind)) ?? 'value-added';
  return (
    <fieldset>
      <legend>{t('agreements.draft.taxes')}</legend>
      {taxes.map(({ tax, level }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a tax has no identity but its place
        <div className="row tax" key={index}>
          <Select
            aria-label={t('agreements.draft.tax')}
            value={tax}
            popupMatchSelectWidth={false}
            onChange={(value) => set(index, { tax: value })}
            options={taxKind.options.map((value) => ({ value: value as string, label: t(`terms.tax.${value}`) }))}
          />
          <Select
            aria-label={t('agreements.draft.taxLevel')}
            value={level}
            popupMatchSelectWidth={false}
            onChange={(value) => set(index, { level: value })}
            options={taxLevel.options.map((value) => ({ value: value as string, label: t(`terms.taxLevel.${value}`) }))}
          />
          <Button
            type="text"
            size="small"
            disabled={taxes.length === 1}
            aria-label={`${t('agreements.draft.remove')} ${t('agreements.draft.tax')} ${index + 1}`}
            onClick={() => onChange(taxes.filter((_, place) => place !== index))}
          >
            {t('agreements.draft.remove')}
          </Button>
          <ProblemLine path={`${path}.${index}`} />
        </div>
      ))}
      <ProblemLine path={path} />
      <Button size="small" disabled={taxes.length >= 20} onClick={() => onChange([...taxes, { tax: another, level: 'local-retained' }])}>
        {t('agreements.draft.addTax')}
      </Button>
    </fieldset>
  );
}

/** The words that will be signed, as soon as the fields make a term. */
function AsItReads({ sharing, parties }: { sharing: DraftSharing; parties: readonly DraftParty[] }) {
  const { t } = useTranslation();
  const term = shareTerm.safeParse(termFrom(sharing, parties));
  const organisations = parties.flatMap(({ organisation }) => organisationId.safeParse(organisation).data ?? []);
  return (
    <figure className="as-it-reads">
      <figcaption className="muted small">{t('agreements.draft.asItReads')}</figcaption>
      {term.success ? (
        <div lang="zh-CN">
          {sharingText(term.data, organisations).zh.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      ) : (
        <p className="muted">{t('agreements.draft.notYetATerm')}</p>
      )}
    </figure>
  );
}
