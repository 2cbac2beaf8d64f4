import { type Availability, actions as schema } from '@lianyu/contract';
import { stepNow } from '@lianyu/domain/agreements';
import type { ClearancePage, SignedAgreement } from '@lianyu/projections/folds';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ApiError, get, useConnection, usePending } from '../../live/index.ts';
import { Action, Card, ErrorState, Skeleton, useNames } from '../../ui/index.ts';
import type { AgreementView } from '../page/use-agreement.ts';
import { ActionDialog, type Opened } from './dialog.tsx';
import { missingWords, shownActions } from './duties.ts';

const ending: ReadonlySet<string> = new Set([
  'terminate-for-breach',
  'give-policy-notice',
  'give-breach-notice',
  'decline-negotiation',
  'withdraw-from-negotiation',
  'withdraw-clearance',
  'return-clearance',
  'object-to-transcription',
  'withdraw-registration',
]);

const digestInEffect = ({ version, versions, digest }: SignedAgreement) => versions.find((each) => each.version === version)?.digest ?? digest;

/** Of the departments that are asked at the same time those whose answer is not there. */
function unanswered({ procedure, consulted }: ClearancePage): readonly string[] {
  const asked = procedure.steps.flatMap((each) => (each.step === 'consultation' ? each.departments : []));
  return asked.filter((name) => !consulted.some(({ department }) => department === name));
}

/** Can be done at any time, and nothing waits for it: never what the eye falls on first. */
const aside: ReadonlySet<string> = new Set(['propose-change', 'agree-step', 'withdraw-step', 'withdraw-policy-notice', 'withdraw-waiver']);

interface Props {
  readonly view: AgreementView;
  /** Changes whenever a row of the page does. */
  readonly version: string;
  /** The number of the proposal that is looked at, when it is not the current one. */
  readonly looking: number | undefined;
}

/** 我现在能做什么: asked of the server again whenever the page changes (AZ-4); the page never guesses. */
export function Actions({ view, version, looking }: Props) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const navigate = useNavigate();
  const pending = usePending();
  const connection = useConnection();
  const [opened, setOpened] = useState<Opened>();
  const asked = useQuery({
    queryKey: ['actions', view.id, version],
    queryFn: () => get(`/api/agreements/${view.id}/actions`, schema),
    placeholderData: (before) => before,
  });

  const { negotiation, clearance, signed, registration } = view;
  const digest = (signed ? digestInEffect(signed) : undefined) ?? negotiation?.current.digest ?? registration?.transcription;
  if (digest === undefined) return null;
  const number = negotiation?.current.number ?? 0;
  const step = clearance?.next;
  const shown = shownActions(asked.data?.actions ?? []);
  // While one's own act is on its way to the page, what could be done before it is not offered again.
  const underWay = pending.size > 0 && connection === 'live';
  const first = shown.find(({ allowed, command }) => allowed && !ending.has(command) && !aside.has(command))?.command;
  const over = negotiation?.ended !== undefined || signed !== undefined || registration !== undefined;
  if (over && shown.length === 0 && !asked.error) return null;
  const raised = signed?.steps.length !== 0;
  const label = ({ command }: Availability) =>
    t(`agreements.act.${(command === 'agree-step' && !raised ? 'propose-step' : command) as 'confirm-text'}`, {
      step: step ? t(`terms.step.${step}`) : '',
      joint: signed ? t(`terms.joint.${stepNow({ phase: signed.stage })}`) : '',
    });
  const take = (action: Availability) => {
    if (action.command === 'counter-proposal') void navigate(`/agreements/${view.id}/counter`);
    else if (action.command === 'correct-transcription') void navigate(`/agreements/${view.id}/correct`);
    else
      setOpened({
        command: action.command,
        title: label(action),
        basis: digest,
        number,
        step,
        departments: clearance ? unanswered(clearance) : [],
        signed,
        onBehalfOf: action.onBehalfOf,
      });
  };
  return (
    <Card title={t('agreements.page.actions')} className="actions-card">
      {looking !== undefined && <div className="older small">{t('agreements.page.actsOnCurrent', { number })}</div>}
      {asked.error ? (
        <ErrorState error={asked.error instanceof ApiError ? asked.error : new ApiError('ANSWER_UNREADABLE')} retry={() => void asked.refetch()} />
      ) : !asked.data ? (
        <Skeleton />
      ) : shown.length === 0 ? (
        <div className="muted">{t('agreements.page.nothing')}</div>
      ) : (
        <div className="action-list" aria-busy={underWay}>
          {shown.map((action) => (
            <Action
              key={action.command}
              type={action.command === first ? 'primary' : 'default'}
              danger={ending.has(action.command)}
              disabled={underWay}
              missing={missingWords(action, step, t, nameOf)}
              onClick={() => take(action)}
            >
              {label(action)}
            </Action>
          ))}
        </div>
      )}
      {pending.size > 0 && (
        <div className="pending small" role="status">
          {t('agreements.page.pending')}
        </div>
      )}
      {opened && <ActionDialog id={view.id} opened={opened} current={digest} onClose={() => setOpened(undefined)} />}
    </Card>
  );
}
