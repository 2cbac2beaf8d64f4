import { fulfilmentOf, instancesOf, type Obligation, obligationsOf } from '@lianyu/domain/deadlines';
import type { CalendarDate } from '@lianyu/domain/kernel';
import type { DeadlineDocument } from '@lianyu/projections/folds';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { When } from '../../deadlines/line.tsx';
import { periodText } from '../../figures/numbers.ts';
import { useRows } from '../../live/index.ts';
import { today, useBilingual } from '../../settlement/words.ts';
import { Card, fullest, Hash, Tag, useNames } from '../../ui/index.ts';
import { type AgreementView, textOf } from '../page/use-agreement.ts';
import { useMayWaive, Waive } from './waive.tsx';
import '../../deadlines/deadlines.css';

/** 义务: who must do what by when, or else; and how it was fulfilled, with the event that did. By the version in effect. */
export function Obligations({ view, version }: { view: AgreementView; version: string }) {
  const { t } = useTranslation();
  const { rows } = useRows<DeadlineDocument>(`deadlines/${view.id}`, 'deadline');
  const deadlines = useMemo(() => fullest(rows).map(({ body }) => body), [rows]);
  const { signed } = view;
  const mayWaive = useMayWaive(view.id, version);
  const inEffect = signed?.versions.find(({ version }) => version === signed.version)?.digest;
  const content = inEffect === undefined ? undefined : textOf(inEffect, view)?.content;
  if (!signed || !content || inEffect === undefined) return null;
  const obligations = obligationsOf(content, { registered: signed.registered !== undefined });
  if (obligations.length === 0) return null;
  return (
    <Card title={t('deadlines.obligations.title')}>
      <ul className="list obligations">
        {obligations.map((obligation) => (
          <Line
            key={obligation.key}
            obligation={obligation}
            instances={instancesOf(obligation, deadlines)}
            conditionMet={signed.effectiveOn !== undefined}
            waive={mayWaive ? (duty) => <Waive id={view.id} basis={inEffect} duty={duty} /> : undefined}
          />
        ))}
      </ul>
    </Card>
  );
}

interface LineProps {
  readonly obligation: Obligation;
  readonly instances: readonly DeadlineDocument[];
  readonly conditionMet: boolean;
  readonly waive: ((duty: DeadlineDocument) => ReactNode) | undefined;
}

function Line({ obligation, instances, conditionMet, waive }: LineProps) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const inLanguage = useBilingual();
  const { must, who, clause } = obligation;
  return (
    <li>
      <div className="deadline-head">
        <strong>
          {must === 'report-milestone' || must === 'confirm-condition' ? t(`deadlines.obligations.must.${must}`) : t(`deadlines.kind.${must}`)}
        </strong>
        <Standing obligation={obligation} instances={instances} conditionMet={conditionMet} />
      </div>
      <div className="small">{who.map(nameOf).join('、')}</div>
      <div className="muted small">
        {clause && `${inLanguage(clause.heading)} · `}
        <ByWhen obligation={obligation} />
      </div>
      <div className="muted small">
        {t('deadlines.orElse.label')}：
        {must === 'report-milestone' || must === 'confirm-condition' ? t(`deadlines.obligations.orElse.${must}`) : t(`deadlines.orElse.${must}`)}
      </div>
      {instances.length > 0 && (
        <details>
          <summary className="small">{t('deadlines.obligations.instances', { count: instances.length })}</summary>
          <ul className="list">
            {instances.map((each) => (
              <li key={each.id} className="small">
                <div className="deadline-head">
                  <span>
                    {each.who.map(nameOf).join('、')} {each.period && periodText(each.period)}
                  </span>
                  <span>
                    {waive?.(each)}
                    <When deadline={each} />
                  </span>
                </div>
                {each.outcome && (
                  <span className="muted">
                    {t('deadlines.obligations.evidence')} <Hash value={each.outcome.by} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function ByWhen({ obligation: { within, every, milestones } }: { obligation: Obligation }) {
  const { t } = useTranslation();
  if (milestones) return milestones.map((each) => t(`deadlines.obligations.milestone.${each}`)).join('、');
  if (!within) return t('deadlines.obligations.noDay');
  const days = t(`deadlines.obligations.after.${within.after}`, { days: t(`deadlines.obligations.unit.${within.unit}`, { count: within.days }) });
  return every === undefined ? days : `${t(`deadlines.obligations.every.${every}`)} · ${days}`;
}

/** In one tag what matters most: what is late, what waits, what was fulfilled. */
function Standing({
  obligation: { must },
  instances,
  conditionMet,
}: {
  obligation: Obligation;
  instances: readonly DeadlineDocument[];
  conditionMet: boolean;
}) {
  const { t } = useTranslation();
  if (must === 'confirm-condition')
    return <Tag tone={conditionMet ? 'ok' : 'wait'}>{t(conditionMet ? 'deadlines.obligations.met' : 'deadlines.obligations.notMet')}</Tag>;
  const { late, waiting, done, doneLate, enforced, waived } = fulfilmentOf(instances, today() as CalendarDate);
  if (late > 0) return <Tag tone="fail">{t('deadlines.obligations.late', { count: late })}</Tag>;
  if (enforced > 0) return <Tag tone="fail">{t('deadlines.obligations.enforced', { count: enforced })}</Tag>;
  if (waiting > 0) return <Tag tone="wait">{t('deadlines.obligations.waiting', { count: waiting })}</Tag>;
  if (done > 0)
    return <Tag tone="ok">{t(doneLate > 0 ? 'deadlines.obligations.doneLate' : 'deadlines.obligations.done', { count: done, late: doneLate })}</Tag>;
  if (waived > 0) return <Tag>{t('deadlines.obligations.waived', { count: waived })}</Tag>;
  return <Tag>{t('deadlines.obligations.notYet')}</Tag>;
}
