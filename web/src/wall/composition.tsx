import { type AgreementRow, stage } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { stageTone } from '../agreements/tones.ts';
import { Card } from '../ui/index.ts';
import { type Promises, tally } from './picture-data.ts';

/** How many agreements stand where and of which kind, and how the promises of what is signed are kept. */
export function Composition({ agreements, promises }: { agreements: readonly AgreementRow[]; promises: Promises }) {
  const { t } = useTranslation();
  const counts = new Map(tally(agreements.map((row) => row.stage)));
  const stages = stage.options.flatMap((each) => (counts.has(each) ? [[each, counts.get(each) ?? 0] as const] : []));
  const modes = tally(agreements.map(({ mode }) => mode));
  const kept = [
    ['kept', promises.kept, 'ok'],
    ['keptLate', promises.keptLate, 'neutral'],
    ['due', promises.due.length, 'act'],
    ['disputed', promises.disputed.length, 'wait'],
    ['late', promises.late.length, 'fail'],
  ] as const;
  return (
    <Card className="composition" title={t('wall.composition')}>
      <Bars title={t('wall.counts')} bars={stages.map(([each, count]) => ({ name: t(`terms.stage.${each}`), count, tone: stageTone[each] }))} />
      <Bars
        title={t('wall.modes')}
        note={t('wall.modesNote')}
        bars={modes.map(([mode, count]) => ({ name: t(`terms.mode.${mode}`), count, tone: 'act' }))}
      />
      <Bars title={t('wall.promises')} bars={kept.map(([name, count, tone]) => ({ name: t(`wall.promise.${name}`), count, tone }))} />
    </Card>
  );
}

interface Bar {
  readonly name: string;
  readonly count: number;
  readonly tone: string;
}

function Bars({ title, note, bars }: { title: string; note?: string; bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <section>
      <h3 title={note}>{title}</h3>
      <table className="bars">
        <tbody>
          {bars.map(({ name, count, tone }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="bar">
                <i className={tone} style={{ width: `${(count / most) * 100}%` }} />
              </td>
              <td className="num">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
