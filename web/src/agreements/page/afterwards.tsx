import type { SignedAgreement } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../i18n/format.ts';
import { Card, Tag, useNames, useNow } from '../../ui/index.ts';
import { Exits } from './exits.tsx';
import { Part } from './part.tsx';
import { Versions } from './versions.tsx';
import './side.css';

/** What has become of it since it was signed: its force and term, and each party's duty to file. What is late is told by today's date. */
export function Afterwards({ signed }: { signed: SignedAgreement }) {
  const { t } = useTranslation();
  const { effect } = signed.content;
  return (
    <Card title={t('agreements.afterwards.title')}>
      <dl className="afterwards">
        <Part label={t('agreements.afterwards.force')}>
          <Force signed={signed} />
        </Part>
        {effect.kind === 'on-condition' && (
          <Part label={t('agreements.afterwards.condition')}>
            <q lang="zh-CN">{effect.condition.zh}</q>
            {signed.effectiveOn === undefined && <Condition signed={signed} />}
          </Part>
        )}
        {signed.versions.length > 1 && (
          <Part label={t('agreements.versions.title')}>
            <Versions signed={signed} />
          </Part>
        )}
        <Exits signed={signed} />
        {!signed.registered && (
          <Part label={t('agreements.afterwards.filing')}>
            <Filing signed={signed} />
          </Part>
        )}
      </dl>
    </Card>
  );
}

function Force({ signed: { effectiveOn, endedOn, until, stage, content, ground, windingUp } }: { signed: SignedAgreement }) {
  const { t } = useTranslation();
  if (stage === 'void') return <div>{t('agreements.afterwards.void')}</div>;
  const begins =
    effectiveOn !== undefined
      ? t('agreements.afterwards.effectiveOn', { date: effectiveOn })
      : content.effect.kind === 'on-date' && endedOn === undefined
        ? t('agreements.afterwards.dueOn', { date: content.effect.date })
        : t('agreements.afterwards.notYet');
  const ends = until === undefined ? t('agreements.afterwards.open') : t('agreements.afterwards.until', { date: until });
  return (
    <>
      <div>{begins}</div>
      <div>
        {endedOn === undefined ? ends : t('agreements.afterwards.ended', { date: endedOn })}
        {ground && ` · ${t(`agreements.afterwards.ground.${ground}`)}`}
      </div>
      {windingUp && <div className="muted small">{t('agreements.afterwards.windingUp')}</div>}
    </>
  );
}

function Condition({ signed: { condition, content } }: { signed: SignedAgreement }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  if (!condition) return <div className="muted small">{t('agreements.afterwards.conditionOpen')}</div>;
  const { confirmedBy, fulfilledOn } = condition;
  const missing = content.parties.map(({ organisation }) => organisation).filter((party) => !confirmedBy.includes(party));
  const list = (parties: readonly string[]) => parties.map(nameOf).join(t('agreements.sharing.comma'));
  return (
    <div className="small">
      <div>{t('agreements.afterwards.conditionOn', { date: fulfilledOn, names: list(confirmedBy) })}</div>
      {missing.length > 0 && <div className="muted">{t('agreements.afterwards.conditionMissing', { names: list(missing) })}</div>}
    </div>
  );
}

function Filing({ signed: { content, deadline, filings } }: { signed: SignedAgreement }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const today = formatDay(new Date(useNow()).toISOString());
  const late = deadline !== undefined && today > deadline.dueOn;
  const states = content.parties.map(({ organisation }) => ({ organisation, filing: filings.find(({ party }) => party === organisation) }));
  return (
    <>
      {deadline && <div className="muted small">{t('agreements.afterwards.filingDue', { date: deadline.dueOn })}</div>}
      {deadline?.provisional && <div className="muted small">{t('agreements.afterwards.provisional')}</div>}
      <ul className="filings">
        {states.map(({ organisation, filing }) => (
          <li key={organisation}>
            <span>{nameOf(organisation)}</span>
            {filing ? (
              <span className="small">
                {t('agreements.afterwards.filed', { date: filing.filedOn, office: filing.office })}
                {filing.fileNumber !== '' && ` · ${filing.fileNumber}`}
              </span>
            ) : (
              <Tag tone={late ? 'fail' : 'wait'}>{t(late ? 'agreements.afterwards.overdue' : 'agreements.afterwards.notFiled')}</Tag>
            )}
          </li>
        ))}
      </ul>
      {late && states.some(({ filing }) => !filing) && <div className="muted small">{t('agreements.afterwards.overdueNote')}</div>}
    </>
  );
}
