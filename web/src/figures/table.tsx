import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { measureName, useTreeWords } from '../sharing/form/words/index.ts';
import { amountText, Tag, useNames } from '../ui/index.ts';
import { type AnyReport, isFigure, numberOf, periodText, phaseTone } from './numbers.ts';

interface Props {
  readonly rows: readonly AnyReport[];
  readonly shown: number;
  readonly selected: ReadonlySet<number>;
  /** Whether the viewer is one who may confirm. */
  readonly confirms: boolean;
  readonly onSelect: (number: number, on: boolean) => void;
  readonly onShow: (number: number) => void;
}

/** One line for each figure or milestone; what waits for one's own side can be taken together. */
export function ReportTable({ rows, shown, selected, confirms, onSelect, onShow }: Props) {
  const { t } = useTranslation();
  const figures = rows.some(isFigure);
  return (
    <div className="table-scroll">
      <table className="data reports">
        <thead>
          <tr>
            <th scope="col" aria-label={t('figures.confirmSelected')} />
            <th scope="col">{t('figures.column.number')}</th>
            <th scope="col">{t('figures.column.measure')}</th>
            <th scope="col">{t(figures ? 'figures.column.period' : 'figures.column.on')}</th>
            <th scope="col">{t('figures.column.company')}</th>
            {figures && (
              <th scope="col" className="num">
                {t('figures.column.amount')}
              </th>
            )}
            <th scope="col">{t('figures.column.party')}</th>
            <th scope="col">{t('figures.column.phase')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line
              key={row.number}
              row={row}
              figures={figures}
              looking={row.number === shown}
              selected={selected.has(row.number)}
              confirms={confirms}
              onSelect={(on) => onSelect(row.number, on)}
              onShow={() => onShow(row.number)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps {
  readonly row: AnyReport;
  readonly figures: boolean;
  readonly looking: boolean;
  readonly confirms: boolean;
  readonly selected: boolean;
  readonly onSelect: (on: boolean) => void;
  readonly onShow: () => void;
}

function Line({ row, figures, looking, selected, confirms, onSelect, onShow }: LineProps) {
  const { t, i18n } = useTranslation();
  const words = useTreeWords();
  const nameOf = useNames();
  const number = numberOf(row);
  const language = i18n.language === 'en' ? 'en' : 'zh';
  return (
    <tr className={[looking ? 'looking' : '', row.waitsForUs ? 'own-turn' : ''].join(' ')}>
      <td>
        {confirms && isFigure(row) && row.waitsForUs && row.phase !== 'withdrawing' && !row.ours && (
          <Checkbox checked={selected} aria-label={t('figures.select', { name: number })} onChange={(event) => onSelect(event.target.checked)} />
        )}
      </td>
      <td>
        <button type="button" className="link plain" aria-current={looking} onClick={onShow}>
          {number}
        </button>
      </td>
      <td>
        {isFigure(row) ? measureName(row.measure, language) : words.choice('milestoneKind', row.kind)}
        {isFigure(row) && (row.estimated || row.consolidated) && (
          <div className="muted small">
            {[row.estimated && t('figures.estimated'), row.consolidated && t(`figures.${row.consolidated}`)].filter(Boolean).join(' · ')}
          </div>
        )}
      </td>
      <td className="nowrap">{isFigure(row) ? periodText(row.period) : row.on}</td>
      <td className="muted">{row.company?.name ?? t('figures.allCompanies')}</td>
      {figures && (
        <td className="num nowrap">
          {isFigure(row) && (
            <>
              {amountText(row.amount, row.unit)} <span className="muted small">{t(`sharing.unit.${row.unit}`)}</span>
            </>
          )}
        </td>
      )}
      <td>{nameOf(row.party)}</td>
      <td>
        <Tag tone={phaseTone[row.phase]}>{t(`figures.phase.${row.phase}`)}</Tag>
      </td>
    </tr>
  );
}
