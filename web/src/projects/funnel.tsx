import { projectFunnel } from '@lianyu/contract';
import { type FunnelStep, projectStageWords, projectStanding, projectStandingWords } from '@lianyu/domain/projects';
import { Select } from 'antd';
import { amountText, Card, ErrorState, Skeleton, type useAddress } from '../ui/index.ts';
import { useProjectTexts } from './texts.ts';
import { useAsked } from './use-asked.ts';

/** 66 of 30: a share of the whole with one decimal, rounded half up. */
export const percent = (part: number, whole: number) => (whole === 0 ? '' : `${(Math.round((part * 1000) / whole) / 10).toFixed(1)} %`);

/** How many projects have reached each step, of how many, and how long it took them. */
export function Funnel({ search, set }: { search: URLSearchParams; set: ReturnType<typeof useAddress>[1] }) {
  const { x, language } = useProjectTexts();
  const year = search.get('year') ?? '';
  const { data, error, retry } = useAsked(`/api/projects/funnel${year === '' ? '' : `?year=${year}`}`, projectFunnel);
  if (error) return <ErrorState error={error} retry={retry} />;
  if (!data) return <Skeleton />;
  const signed = data.steps.find(({ step }) => step === 'signed')?.count ?? 0;
  const most = Math.max(1, ...data.steps.map(({ count }) => count));
  const thisYear = new Date().getFullYear();
  return (
    <div className="projects-stack">
      <search className="project-filters">
        <Select
          aria-label={x.year}
          value={year}
          onChange={(value: string) => set({ year: value })}
          options={[
            { value: '', label: x.anyYear },
            ...Array.from({ length: 6 }, (_, n) => ({ value: `${thisYear - n}`, label: `${thisYear - n}` })),
          ]}
        />
      </search>
      <Card title={`${x.funnel} · ${data.projects} ${x.projectsCount}`} flush>
        <div className="table-scroll">
          <table className="data funnel">
            <thead>
              <tr>
                <th scope="col">{x.step}</th>
                <th scope="col" className="bar" />
                <th scope="col" className="num">
                  {x.count}
                </th>
                <th scope="col" className="num">
                  {x.conversion}
                </th>
                <th scope="col" className="num">
                  {x.medianDays}
                </th>
                <th scope="col" className="num">
                  {x.longest}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.steps.map(({ step, count, days }) => (
                <tr key={step}>
                  <th scope="row">{projectStageWords[step as FunnelStep][language]}</th>
                  <td className="bar" aria-hidden="true">
                    <i style={{ width: `${(count * 100) / most}%` }} />
                  </td>
                  <td className="num">{count}</td>
                  <td className="num">{step === 'lead' ? '' : percent(count, signed)}</td>
                  <td className="num">{days?.median}</td>
                  <td className="num">{days?.longest}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
      <Card title={x.standing}>
        <p>{projectStanding.options.map((each) => `${projectStandingWords[each][language]} ${data.standing[each]}`).join(' · ')}</p>
        {data.capital ? (
          <p>
            {x.capital}：{x.promised} {amountText(data.capital.promised, 'fen')} · {x.actual} {amountText(data.capital.actual, 'fen')} (
            {data.capital.projects} {x.projectsCount})
          </p>
        ) : (
          <p className="muted small">{x.sumNote}</p>
        )}
      </Card>
    </div>
  );
}
