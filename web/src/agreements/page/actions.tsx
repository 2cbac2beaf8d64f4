import { type Availability, actions as actionsSchema } from '@lianyu/contract';
import type { ClearanceStep } from '@lianyu/domain/clearance';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { explain } from '../../i18n/explain.ts';
import { ApiError, get, usePending } from '../../live/index.ts';
import { Action, Card, ErrorState, Skeleton, useNames } from '../../ui/index.ts';
import { ActionDialog } from './dialogs.tsx';
import type { AgreementView } from './use-agreement.ts';

const primary: ReadonlySet<string> = new Set(['confirm-text', 'give-signature', 'affix-seal', 'pass-clearance-step']);
const danger: ReadonlySet<string> = new Set(['decline-negotiation', 'withdraw-from-negotiation', 'withdraw-clearance']);
/** What only tells that something is over is left out; what is missing stays, to be seen. */
const pointless: ReadonlySet<string> = new Set(['TEXT_ALREADY_CONFIRMED', 'TEXT_NOT_CONFIRMED', 'PARTY_ALREADY_SIGNED', 'PARTY_ALREADY_SEALED', 'CLEARANCE_NOT_GRANTED', 'NEGOTIATION_ENDED', 'TEXT_FROZEN_BY_OWN_SEAL']);

/** 我现在能做什么: asked of the server again whenever the page changes (AZ-4); the page never guesses. */
export function Actions({ view, version }: { view: AgreementView; version: string }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const navigate = useNavigate();
  const pending = usePending();
  const [open, setOpen] = useState<Opened>();
  const asked = useQuery({ queryKey: ['actions', view.id, version], queryFn: () => get(`/api/agreements/${view.id}/actions`, actionsSchema), placeholderData: (before) => before });

  if (!view.negotiation) return null;
  const basis = view.negotiation.current.digest;
  const step = view.clearance?.next;
  const shown = (asked.data?.actions ?? []).filter(({ missing }) => !missing.some(({ code }) => pointless.has(code)));
  const label = ({ command }: Availability) => t(`agreements.act.${command as 'confirm-text'}`, { step: step ? t(`terms.step.${step}`) : '' });
  const take = (action: Availability) => {
    if (action.command === 'counter-proposal') void navigate(`/agreements/${view.id}/counter`);
    else setOpen({ command: action.command, title: label(action), basis, step });
  };
  return (
    <Card title={t('agreements.page.actions')}>
      {asked.error ? (
        <ErrorState error={asked.error instanceof ApiError ? asked.error : new ApiError('ANSWER_UNREADABLE')} retry={() => void asked.refetch()} />
      ) : !asked.data ? (
        <Skeleton />
      ) : shown.length === 0 ? (
        <div className="muted">{t('agreements.page.nothing')}</div>
      ) : (
        <div className="action-list">
          {shown.map((action) => (
            <Action
              key={action.command}
              type={primary.has(action.command) ? 'primary' : 'default'}
              danger={danger.has(action.command)}
              missing={action.missing.map((what) => explain(t, what, nameOf))}
              onClick={() => take(action)}
            >
              {label(action)}
            </Action>
          ))}
        </div>
      )}
      {pending.size > 0 && (
        <div className="muted small" role="status">
          {t('agreements.page.pending')}
        </div>
      )}
      {open && <ActionDialog opened={open} view={view} onClose={() => setOpen(undefined)} />}
    </Card>
  );
}

export interface Opened {
  readonly command: Availability['command'];
  readonly title: string;
  /** The text that was on the screen when the dialog was opened. */
  readonly basis: NonNullable<AgreementView['negotiation']>['current']['digest'];
  readonly step: ClearanceStep | undefined;
}
