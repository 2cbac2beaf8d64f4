import { type Alliance, alliance as answer } from '@lianyu/contract';
import { type AllianceFunction, allianceFunctions, type Circle, circles, functionsOfMode, functionsSource } from '@lianyu/reference-data/policy';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiError, get } from '../../live/index.ts';
import { Card, ErrorState, PageHead, Skeleton, Tag, useNames } from '../../ui/index.ts';
import { Basis } from '../basis.tsx';
import { CoordinationTabs } from '../tabs.tsx';
import { useWords } from '../words.ts';

type Found = Alliance['circles'][number];
const AGAIN_MS = 20_000;

/** 联盟: with which circles of item 14 our zones work together, and which of its five functions is alive in each. */
export function Component() {
  const { t } = useWords();
  const asked = useQuery({ queryKey: ['alliance'], queryFn: () => get('/api/alliance', answer), refetchInterval: AGAIN_MS });
  const error = asked.error instanceof ApiError ? asked.error : new ApiError('ANSWER_UNREADABLE');
  if (asked.error) return <ErrorState error={error} retry={() => void asked.refetch()} />;
  if (!asked.data) return <Skeleton />;
  const { circles: found, more } = asked.data;
  return (
    <main className="page" id="content">
      <PageHead title={t('tab.alliance')} over={t('alliance.over')} actions={<Basis path="/policy/alliance" />} />
      <CoordinationTabs />
      <div className="circles">
        {circles.map((circle) => {
          const one = found.find((each) => each.circle === circle.id);
          return one ? <OfCircle key={circle.id} circle={circle} found={one} /> : null;
        })}
      </div>
      <p className="muted small">
        {t('alliance.byReading')} {functionsSource.citation}
        {more && ` ${t('alliance.more')}`}
      </p>
    </main>
  );
}

function OfCircle({ circle, found }: { circle: Circle; found: Found }) {
  const { t, language } = useWords();
  const nameOf = useNames();
  const names = (some: readonly string[]) => some.map(nameOf).join(language === 'en' ? ', ' : '、');
  return (
    <Card title={circle.name[language]} extra={<Link to={`/policy#item-${circle.item}`}>{t('item', { number: circle.item })}</Link>}>
      <div className="small">{t('alliance.ours', { names: names(found.ours) })}</div>
      <div className="muted small">
        {found.partners.length > 0 ? t('alliance.partners', { names: names(found.partners) }) : t('alliance.noPartners')}
      </div>
      <ul className="functions">
        {(Object.keys(allianceFunctions) as AllianceFunction[]).map((each) => (
          <OfFunction key={each} of={each} found={found} />
        ))}
      </ul>
      <Agreements found={found} />
    </Card>
  );
}

function OfFunction({ of, found }: { of: AllianceFunction; found: Found }) {
  const { t, language } = useWords();
  const carrying = found.agreements.filter(
    ({ mode, reports }) => (of === 'information-sharing' && reports) || (mode !== undefined && functionsOfMode[mode].includes(of)),
  );
  const since = carrying.flatMap(({ concludedOn }) => concludedOn ?? []).sort()[0];
  return (
    <li className={carrying.length > 0 ? 'alive' : ''}>
      <div>{allianceFunctions[of][language]}</div>
      <div className="muted small">
        {carrying.length > 0 ? t('alliance.since', { since: since ?? '--', count: carrying.length }) : t('alliance.notYet')}
      </div>
    </li>
  );
}

function Agreements({ found }: { found: Found }) {
  const { t, language } = useWords();
  const { t: common } = useTranslation();
  const nameOf = useNames();
  if (found.agreements.length === 0) return <p className="muted small">{t('alliance.none')}</p>;
  return (
    <ul className="list">
      {found.agreements.map(({ id, parties, title, mode, stage, number, concludedOn }) => {
        const [one = '', other = ''] = parties;
        return (
          <li key={id}>
            <Link to={`/agreements/${id}`}>
              {title?.[language] || title?.zh || number || t('alliance.pair', { one: nameOf(one), other: nameOf(other) })}
            </Link>{' '}
            <Tag>{common(`terms.stage.${stage}`)}</Tag>
            <div className="muted small">
              {t('alliance.pair', { one: nameOf(one), other: nameOf(other) })} {mode && common(`terms.mode.${mode}`)} {concludedOn}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
