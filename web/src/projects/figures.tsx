import { type Amounts, indicator, indicators, indicatorWords, investmentOf, perMu } from '@lianyu/domain/projects';
import type { ProjectPage } from '@lianyu/projections/folds';
import { amountText, Card } from '../ui/index.ts';
import { useProjectTexts } from './texts.ts';

/** What was promised beside what came, and how much of it. */
export function Figures({ project: { promised, actual } }: { project: ProjectPage }) {
  const { x, language } = useProjectTexts();
  const [before, after] = [promised as Amounts, actual as Amounts];
  const lines = [
    ...indicator.options.map((each) => ({
      key: each as string,
      name: `${indicatorWords[each][language]}`,
      unit: indicators[each],
      promised: before[each],
      actual: after[each],
    })),
    { key: 'investment', name: x.capital, unit: 'fen' as const, promised: investmentOf(before)?.toString(), actual: investmentOf(after)?.toString() },
    {
      key: 'intensity',
      name: x.intensity,
      unit: 'fen' as const,
      promised: perMu(before, 'fixed-assets')?.toString(),
      actual: perMu(after, 'fixed-assets')?.toString(),
    },
    {
      key: 'tax-per-mu',
      name: x.taxPerMu,
      unit: 'fen' as const,
      promised: perMu(before, 'tax')?.toString(),
      actual: perMu(after, 'tax')?.toString(),
    },
  ].filter(({ promised: one, actual: other }) => one !== undefined || other !== undefined);
  if (lines.length === 0) return null;
  return (
    <Card title={x.figures} flush>
      <div className="table-scroll">
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{x.indicator}</th>
              <th scope="col" className="num">
                {x.promised}
              </th>
              <th scope="col" className="num">
                {x.actual}
              </th>
              <th scope="col" className="num">
                {x.share}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.key}>
                <td>
                  {line.name} <span className="muted small">{x.units[line.unit]}</span>
                </td>
                <td className="num">{line.promised && amountText(line.promised, line.unit)}</td>
                <td className="num">{line.actual && amountText(line.actual, line.unit)}</td>
                <td className="num">
                  {line.promised && line.actual && line.promised !== '0' && `${(BigInt(line.actual) * 100n) / BigInt(line.promised)} %`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
