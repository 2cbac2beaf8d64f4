import { checkHolds } from '@lianyu/domain/organisations';
import { type Measure, measures, unitOf } from '@lianyu/domain/sharing';
import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FileField } from '../files/file-field.tsx';
import { measureName } from '../sharing/form/words/index.ts';
import { amountFrom, amountText, Field } from '../ui/index.ts';
import { daysOf, type TypedFigure } from './typed-figure.ts';

interface Props {
  readonly typed: TypedFigure;
  readonly onChange: (change: Partial<TypedFigure>) => void;
  /** The measures that the agreement's terms look at: they come first. */
  readonly inTerms: readonly Measure[];
  /** A figure that is restated keeps what it measures. */
  readonly restates: boolean;
}

/** One figure: what, of which period, how much, by which document. */
export function ReportForm({ typed, onChange, inTerms, restates }: Props) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const option = (code: Measure) => ({ value: code as string, label: measureName(code, language) });
  const code = measures.find((each) => each === typed.measure);
  const unit = code === undefined ? 'fen' : unitOf(code);
  const read = typed.amount.trim() === '' ? undefined : amountFrom(typed.amount, unit);
  const shown = read === undefined ? undefined : amountText(read, unit);
  const tax = /^(tax|refund|credit-refund)\//.test(typed.measure);
  return (
    <div className="figure-form">
      <Field label={t('figures.form.measure')}>
        {(ids) => (
          <Select
            {...ids}
            value={typed.measure === '' ? null : typed.measure}
            disabled={restates}
            placeholder={t('sharing.choose')}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            onChange={(measure: string) => onChange({ measure })}
            options={[
              ...(inTerms.length === 0 ? [] : [{ label: t('figures.form.inTerms'), options: inTerms.map(option) }]),
              { label: t('figures.form.others'), options: measures.filter((each) => !inTerms.includes(each)).map(option) },
            ]}
          />
        )}
      </Field>
      <Field label={t('figures.form.quick')} hint="2024 · 2024H1 · 2024Q3 · 2024-03">
        {(ids) => <QuickPeriod {...ids} disabled={restates} onPeriod={(period) => onChange({ ...period, effectiveOn: period.to })} />}
      </Field>
      <Field label={t('figures.form.from')}>
        {(ids) => <Input {...ids} type="date" disabled={restates} value={typed.from} onChange={(event) => onChange({ from: event.target.value })} />}
      </Field>
      <Field label={t('figures.form.to')}>
        {(ids) => <Input {...ids} type="date" disabled={restates} value={typed.to} onChange={(event) => onChange({ to: event.target.value })} />}
      </Field>
      <Field label={t('figures.form.amount')} hint={shown === undefined ? undefined : `= ${shown} ${t(`sharing.unit.${unit}`)}`}>
        {(ids) => (
          <Input
            {...ids}
            className="num"
            inputMode="decimal"
            maxLength={30}
            suffix={t(`sharing.unit.${unit}`)}
            {...(typed.amount.trim() !== '' && (read === undefined || read.startsWith('-')) ? { status: 'error' as const } : {})}
            value={typed.amount}
            onChange={(event) => onChange({ amount: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('figures.form.effectiveOn')}>
        {(ids) => <Input {...ids} type="date" value={typed.effectiveOn} onChange={(event) => onChange({ effectiveOn: event.target.value })} />}
      </Field>
      <CompanyFields typed={typed} disabled={restates} onChange={onChange} />
      {tax && (
        <Field label={t('figures.form.consolidated')}>
          {(ids) => (
            <Select
              {...ids}
              value={typed.consolidated}
              disabled={restates}
              onChange={(consolidated: TypedFigure['consolidated']) => onChange({ consolidated })}
              options={[
                { value: '', label: t('figures.form.consolidatedNone') },
                { value: 'head-office', label: t('figures.head-office') },
                { value: 'branch', label: t('figures.branch') },
              ]}
            />
          )}
        </Field>
      )}
      <Checkbox checked={typed.estimated} onChange={(event) => onChange({ estimated: event.target.checked })}>
        {t('figures.form.estimated')}
      </Checkbox>
      <div className="whole">
        <FileField label={t('figures.form.document')} files={typed.documents} onChange={(documents) => onChange({ documents })} />
      </div>
      <div className="whole">
        <Field label={t('figures.form.note')}>
          {(ids) => <Input {...ids} maxLength={500} value={typed.note} onChange={(event) => onChange({ note: event.target.value })} />}
        </Field>
      </div>
    </div>
  );
}

interface CompanyProps {
  readonly typed: Pick<TypedFigure, 'companyCode' | 'companyName'>;
  readonly disabled?: boolean;
  readonly onChange: (change: Partial<Pick<TypedFigure, 'companyCode' | 'companyName'>>) => void;
}

/** The enterprise, if it is of one; a check character that does not fit is a warning. */
export function CompanyFields({ typed: { companyCode, companyName }, disabled = false, onChange }: CompanyProps) {
  const { t } = useTranslation();
  const doubtful = companyCode.length === 18 && !checkHolds(companyCode.toUpperCase());
  return (
    <>
      <Field label={t('figures.form.companyCode')} hint={doubtful ? t('figures.form.codeWarning') : t('figures.form.company')}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={18}
            disabled={disabled}
            {...(doubtful ? { status: 'warning' as const } : {})}
            value={companyCode}
            onChange={(event) => onChange({ companyCode: event.target.value.trim() })}
          />
        )}
      </Field>
      <Field label={t('figures.form.companyName')}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={120}
            disabled={disabled}
            value={companyName}
            onChange={(event) => onChange({ companyName: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

/** A period in the short way people write it fills in both days. */
function QuickPeriod({
  onPeriod,
  ...input
}: {
  id: string;
  'aria-describedby': string | undefined;
  disabled: boolean;
  onPeriod: (period: { from: string; to: string }) => void;
}) {
  return (
    <Input
      {...input}
      maxLength={8}
      onChange={(event) => {
        const period = daysOf(event.target.value);
        if (period) onPeriod(period);
      }}
    />
  );
}
