import type { Availability } from '@lianyu/contract';
import { negotiationId } from '@lianyu/domain/kernel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMe } from '../app/session.tsx';
import { explain } from '../i18n/explain.ts';
import { usePending } from '../live/index.ts';
import { useSettlementActions } from '../settlement/use-settlement-actions.ts';
import { Action, Ask, AskReason, ErrorState, Skeleton, useCommand, useNames } from '../ui/index.ts';
import { type AnyReport, isFigure, numberOf } from './numbers.ts';

/** What one may say to a report, in the order in which one would. */
const known = ['confirm-reports', 'answer-question', 'question-report', 'confirm-withdrawal', 'decline-withdrawal', 'withdraw-report'] as const;
type Known = (typeof known)[number];
const isKnown = (command: string): command is Known => (known as readonly string[]).includes(command);
const withReason: ReadonlySet<string> = new Set(['question-report', 'answer-question', 'decline-withdrawal', 'withdraw-report']);
/** These only say that it is done, over, or somebody else's: nothing to show. */
const settled: ReadonlySet<string> = new Set([
  'REPORT_OWN',
  'REPORT_NOT_OWN',
  'REPORT_NOT_STANDING',
  'REPORT_ALREADY_CONFIRMED',
  'REPORT_NOT_QUESTIONED',
  'WITHDRAWAL_NOT_PENDING',
]);

interface Props {
  readonly agreement: string;
  readonly report: AnyReport;
  readonly version: string;
}

/** 我现在能做什么 with one figure or milestone; the server says (AZ-4). */
export function ReportActions({ agreement, report, version }: Props) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const navigate = useNavigate();
  const pending = usePending();
  const { roles } = useMe();
  const kind = isFigure(report) ? 'figure' : 'milestone';
  const { actions, error, retry } = useSettlementActions(`/api/agreements/${agreement}/reports/${kind}/${report.number}/actions`, version);
  const [opened, setOpened] = useState<Known>();
  if (error) return <ErrorState error={error} retry={retry} />;
  if (!actions) return <Skeleton />;
  const shown = known.flatMap((command) => actions.find((each) => each.command === command && !isSettled(each)) ?? []);
  const restates =
    roles.includes('finance-officer') &&
    isFigure(report) &&
    report.ours &&
    (report.phase === 'confirmed' || report.phase === 'reported' || report.phase === 'questioned');
  return (
    <div className="action-list">
      {shown.map((action, index) =>
        isKnown(action.command) ? (
          <Action
            key={action.command}
            type={index === 0 && action.allowed ? 'primary' : 'default'}
            danger={action.command === 'withdraw-report'}
            disabled={pending.size > 0}
            missing={action.missing.map((what) => explain(t, what, nameOf))}
            onClick={() => setOpened(action.command as Known)}
          >
            {t(`figures.act.${action.command}`)}
          </Action>
        ) : null,
      )}
      {restates && (
        <Action missing={[]} onClick={() => void navigate(`/figures/${agreement}/report?restates=${report.number}`)}>
          {t('figures.act.restate')}
        </Action>
      )}
      {opened && <ActDialog agreement={agreement} report={report} act={opened} onClose={() => setOpened(undefined)} />}
    </div>
  );
}

const isSettled = ({ missing }: Pick<Availability, 'missing'>) => missing.some(({ code }) => settled.has(code));

function ActDialog({ agreement, report, act, onClose }: { agreement: string; report: AnyReport; act: Known; onClose: () => void }) {
  const { t } = useTranslation();
  const { give, busy, refusal } = useCommand();
  const kind = isFigure(report) ? 'figure' : 'milestone';
  const on = { agreement: negotiationId.parse(agreement), kind, number: report.number } as const;
  const send = async (reason: string) => {
    const { agreement: of } = on;
    const own = [report.number];
    const sent = {
      'confirm-reports': () =>
        give('confirm-reports', { agreement: of, figures: kind === 'figure' ? own : [], milestones: kind === 'figure' ? [] : own }),
      'question-report': () => give('question-report', { ...on, reason }),
      'answer-question': () => give('answer-question', { ...on, answer: reason }),
      'withdraw-report': () => give('withdraw-report', { ...on, reason }),
      'confirm-withdrawal': () => give('confirm-withdrawal', on),
      'decline-withdrawal': () => give('decline-withdrawal', { ...on, reason }),
    };
    if (await sent[act]()) onClose();
  };
  const shared = {
    open: true,
    title: `${t(`figures.act.${act}`)} ${numberOf(report)}`,
    ok: t(`figures.act.${act}`),
    danger: act === 'withdraw-report',
    busy,
    refusal,
    onCancel: onClose,
  };
  const about = <div>{t(`figures.ask.${act}`)}</div>;
  return withReason.has(act) ? (
    <AskReason {...shared} onOk={(reason) => void send(reason)}>
      {about}
    </AskReason>
  ) : (
    <Ask {...shared} onOk={() => void send('')}>
      {about}
    </Ask>
  );
}
