import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { explain } from '../../i18n/explain.ts';
import { usePending } from '../../live/index.ts';
import { Action, useNames } from '../../ui/index.ts';
import type { AccountId } from '../address.ts';
import type { AccountView } from '../use-account.ts';
import type { SettlementAction } from '../use-settlement-actions.ts';
import { ActDialog } from './dialog.tsx';
import { isKnown, type Known } from './known.ts';

/** These only say that something is done, over, or somebody else's to do: such an action is not shown at all. */
const settled: ReadonlySet<string> = new Set([
  'NOT_A_PARTY',
  'SETTLEMENT_CLOSED',
  'STATEMENT_UNCHANGED',
  'STATEMENT_UNKNOWN',
  'STATEMENT_ADOPTED',
  'STATEMENT_ANSWERED',
  'STATEMENT_NOT_OWN',
  'DISPUTE_NOT_OWN',
  'DISPUTE_NOT_OPEN',
  'MATTER_OWN',
  'MATTER_AGREED',
  'MATTER_NOT_PENDING',
  'YEAR_CLOSED',
  'PAYMENT_OWN',
  'PAYMENT_NOT_OWN',
  'PAYMENT_NOT_ON_ITS_WAY',
  'PAYMENT_EXCEEDS_DUE',
  'HOP_OUT_OF_ORDER',
]);
const ending: ReadonlySet<string> = new Set([
  'withdraw-statement',
  'withdraw-dispute',
  'withdraw-payment',
  'reject-matter',
  'reject-payment-hop',
  'propose-winding-up',
  'propose-closing',
]);

interface Props {
  readonly id: AccountId;
  readonly view: AccountView;
  readonly actions: readonly SettlementAction[];
  /** Which of them belong in this place. */
  readonly here: (action: SettlementAction) => boolean;
  /** What a proposal of a statement would be based on, where one can be made. */
  readonly basis?: string | undefined;
}

/** The actions that belong to one place on the page, as the server allows them now; what is missing stands beneath. */
export function ActionsHere({ id, view, actions, here, basis }: Props) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const pending = usePending();
  const [opened, setOpened] = useState<{ command: Known; action: SettlementAction }>();
  const shown = actions
    .filter((action) => here(action) && !action.missing.some(({ code }) => settled.has(code)))
    .sort((one, other) => Number(other.allowed) - Number(one.allowed) || Number(ending.has(one.command)) - Number(ending.has(other.command)));
  if (shown.length === 0) return null;
  return (
    <div className="action-list no-print">
      {shown.map((action, index) =>
        isKnown(action.command) ? (
          <Fragment key={`${action.command}${JSON.stringify(action.about ?? {})}`}>
            <Action
              type={index === 0 && action.allowed && !ending.has(action.command) ? 'primary' : 'default'}
              danger={ending.has(action.command)}
              disabled={pending.size > 0}
              missing={action.missing.map((what) => explain(t, what, nameOf))}
              onClick={() => setOpened({ command: action.command as Known, action })}
            >
              {t(`settlement.act.${action.command}`)}
              {action.about?.to !== undefined && ` · ${nameOf(action.about.to)}`}
            </Action>
          </Fragment>
        ) : null,
      )}
      {pending.size > 0 && (
        <div className="pending small" role="status">
          {t('agreements.page.pending')}
        </div>
      )}
      {opened && <ActDialog id={id} view={view} command={opened.command} action={opened.action} basis={basis} onClose={() => setOpened(undefined)} />}
    </div>
  );
}
