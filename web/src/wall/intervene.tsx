import type { CoordinationDocument } from '@lianyu/projections/folds';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Exchange } from '../exchanges/exchange.tsx';
import type { About } from '../exchanges/offer.tsx';
import { useBilingual } from '../settlement/words.ts';
import { Card, Tag, useNames } from '../ui/index.ts';
import { type AgreementDeadline, daysBetween, isStalled, type Promises, type Standing } from './picture-data.ts';
import { STALLED_DAYS } from './stalled.ts';

interface Props {
  readonly open: readonly Standing[];
  readonly promises: Promises;
  readonly exchanges: readonly CoordinationDocument[];
  readonly today: string;
  readonly parties: ReadonlyMap<string, readonly string[]>;
  /** Missing where nobody can speak to the parties from here: in the film, and for who only watches. */
  readonly onSpeak?: (about: About) => void;
}

const SHOWN = 5;
const EXCHANGES = 3;

/** 需要关注: what is late, disputed or stalled, worst first, and what has been asked about. The office can ask; it cannot decide. */
export function Intervene({ open, promises, exchanges, today, parties, onSpeak }: Props) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const [all, setAll] = useState(false);
  const stalled = open.filter(isStalled);
  const waiting = exchanges.filter((each) => each.open);
  const asked = new Set(waiting.map(({ agreement }) => agreement as string));
  const lines = [
    ...promises.late.map((deadline) => (
      <PromiseLine key={keyOf(deadline)} deadline={deadline} today={today} parties={parties} asked={asked} onSpeak={onSpeak} />
    )),
    ...promises.disputed.map((deadline) => (
      <PromiseLine key={keyOf(deadline)} deadline={deadline} today={today} parties={parties} asked={asked} onSpeak={onSpeak} />
    )),
    ...stalled.map(({ row, days }) => (
      <Line
        key={row.id}
        head={<Link to={`/agreements/${row.id}`}>{row.parties.map(nameOf).join(' — ')}</Link>}
        tag={<Tag tone="wait">{`${t('wall.stalled')} ${t('wall.days', { days })}`}</Tag>}
        below={t(`terms.stage.${row.stage}`)}
        asked={asked.has(row.id)}
        onSpeak={onSpeak && (() => onSpeak({ agreement: row.id, parties: row.parties }))}
      />
    )),
  ];
  const shown = all ? lines : lines.slice(0, SHOWN);
  return (
    <Card
      className="intervene"
      title={t('wall.attention')}
      extra={lines.length > 0 ? <Tag tone={promises.late.length > 0 ? 'fail' : 'wait'}>{t('wall.items', { number: lines.length })}</Tag> : undefined}
      flush
    >
      {lines.length === 0 ? <div className="quiet">{t('wall.attentionNone')}</div> : <ul className="attention">{shown}</ul>}
      {lines.length > SHOWN && (
        <Button type="link" size="small" onClick={() => setAll(!all)}>
          {all ? t('wall.fewer') : t('wall.others', { number: lines.length - SHOWN })}
        </Button>
      )}
      {waiting.length > 0 && (
        <>
          <h3 className="day">{t('exchanges.title')}</h3>
          <ul className="list exchanges">
            {waiting.slice(0, EXCHANGES).map((exchange) => (
              <Exchange key={exchange.coordination} exchange={exchange} onWall acts={onSpeak !== undefined} />
            ))}
          </ul>
        </>
      )}
      <div className="quiet small">{t('wall.waitingNote', { days: STALLED_DAYS })}</div>
    </Card>
  );
}

const keyOf = ({ agreement, id }: AgreementDeadline) => `${agreement}/${id}`;

function PromiseLine({
  deadline,
  today,
  parties,
  asked,
  onSpeak,
}: Pick<Props, 'today' | 'parties'> & { deadline: AgreementDeadline; asked: ReadonlySet<string>; onSpeak: Props['onSpeak'] }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const textOf = useBilingual();
  const { agreement, id, kind, on, who, title } = deadline;
  const late = daysBetween(on, today);
  const about = { agreement, parties: parties.get(agreement) ?? who, to: who, kind: 'supervision' as const, concerning: { id, kind, on } };
  return (
    <Line
      head={
        <>
          <Link to={`/agreements/${agreement}`}>{who.map(nameOf).join('、')}</Link> {t(`deadlines.kind.${kind}`)}
        </>
      }
      tag={<Tag tone={late > 0 ? 'fail' : 'wait'}>{late > 0 ? t('wall.late', { days: late }) : t('wall.dueOn', { date: on.slice(5) })}</Tag>}
      below={textOf(title)}
      asked={asked.has(agreement)}
      onSpeak={onSpeak && (() => onSpeak(about))}
    />
  );
}

interface LineProps {
  readonly head: ReactNode;
  readonly tag: ReactNode;
  readonly below: ReactNode;
  readonly asked: boolean;
  readonly onSpeak: (() => void) | undefined;
}

function Line({ head, tag, below, asked, onSpeak }: LineProps) {
  const { t } = useTranslation();
  return (
    <li>
      <div>
        <b>{head}</b>
        <div className="muted small">
          {below}
          {asked && ` · ${t('wall.asked')}`}
        </div>
      </div>
      <div className="attention-side">
        {tag}
        {onSpeak && (
          <Button size="small" onClick={onSpeak}>
            {t('wall.speak')}
          </Button>
        )}
      </div>
    </li>
  );
}
