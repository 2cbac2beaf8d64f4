import type { ImportDryRun, RowFate } from '@lianyu/contract';
import { unitOf } from '@lianyu/domain/sharing';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { explain } from '../i18n/explain.ts';
import { measureName } from '../sharing/form/words/index.ts';
import { amountText, Tag, useNames } from '../ui/index.ts';
import { periodText } from './numbers.ts';

const tone = { accepted: 'ok', refused: 'fail', 'against-rules': 'fail', duplicate: 'wait', skipped: 'neutral' } as const;

/** Every row of a file with its fate, and the sums of what would be reported, to be held against the paper. */
export function Fates({ run, onLeaveOut }: { run: ImportDryRun; onLeaveOut: (line: number, out: boolean) => void }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  return (
    <>
      <div className="row">
        {(Object.keys(tone) as RowFate['fate'][]).map((fate) =>
          run.counts[fate] ? (
            <Tag key={fate} tone={tone[fate]}>
              {t(`figures.importing.fate.${fate}`)} {run.counts[fate]}
            </Tag>
          ) : null,
        )}
        {run.totals.map(({ measure, amount }) => (
          <span key={measure} className="muted small">
            {measureName(measure, language)} {amountText(amount, unitOf(measure))} {t(`sharing.unit.${unitOf(measure)}`)}
          </span>
        ))}
      </div>
      <div className="table-scroll">
        <table className="data reports">
          <thead>
            <tr>
              <th scope="col" className="num">
                {t('figures.importing.line')}
              </th>
              <th scope="col">{t('figures.column.measure')}</th>
              <th scope="col">{t('figures.column.period')}</th>
              <th scope="col">{t('figures.column.company')}</th>
              <th scope="col" className="num">
                {t('figures.column.amount')}
              </th>
              <th scope="col">{t('figures.importing.what')}</th>
              <th scope="col">{t('figures.importing.leftOut')}</th>
            </tr>
          </thead>
          <tbody>
            {run.rows.map((row) => (
              <tr key={row.line}>
                <td className="num">{row.line}</td>
                <Read row={row} />
                <td>
                  <Tag tone={tone[row.fate]}>{t(`figures.importing.fate.${row.fate}`)}</Tag> <Because row={row} />
                </td>
                <td>
                  <Checkbox
                    checked={row.fate === 'skipped'}
                    aria-label={t('figures.importing.leaveOutLine', { line: row.line })}
                    onChange={(event) => onLeaveOut(row.line, event.target.checked)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** What was read of a row that would be reported. */
function Read({ row }: { row: RowFate }) {
  const { t, i18n } = useTranslation();
  if (row.fate !== 'accepted') return <td colSpan={4} className="muted" />;
  const { measure, period, company, amount } = row.figure.figure;
  return (
    <>
      <td>
        {measureName(measure, i18n.language === 'en' ? 'en' : 'zh')}
        {row.figure.restates && <div className="muted small">{t('figures.detail.corrects', { number: `F-${row.figure.restates.supersedes}` })}</div>}
      </td>
      <td className="nowrap">{periodText(period)}</td>
      <td className="muted">{company?.name ?? t('figures.allCompanies')}</td>
      <td className="num nowrap">
        {amountText(amount, unitOf(measure))} <span className="muted small">{t(`sharing.unit.${unitOf(measure)}`)}</span>
      </td>
    </>
  );
}

function Because({ row }: { row: RowFate }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  switch (row.fate) {
    case 'refused':
      return (
        <span className="small refusal">
          {row.problems
            .map(({ field, problem }) => `${t(`figures.importing.field.${field}`)}：${t(`figures.importing.problem.${problem}`)}`)
            .join('；')}
        </span>
      );
    case 'against-rules':
      return <span className="small refusal">{explain(t, row.refusal, nameOf)}</span>;
    case 'duplicate':
      return (
        <span className="small">
          {'line' in row.of
            ? t('figures.importing.sameAsLine', { line: row.of.line })
            : t('figures.importing.sameAs', { number: `F-${row.of.number}` })}
        </span>
      );
    default:
      return null;
  }
}
