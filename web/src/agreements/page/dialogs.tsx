import type { CommandData, CommandName } from '@lianyu/contract';
import { negotiationId } from '@lianyu/domain/kernel';
import type { StepRecord } from '@lianyu/domain/clearance';
import { App, Input } from 'antd';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { explain } from '../../i18n/explain.ts';
import { useSend } from '../../live/index.ts';
import { Ask, AskReason, useNames } from '../../ui/index.ts';
import type { Opened } from './actions.tsx';
import { StepForm } from './step-form.tsx';
import type { AgreementView } from './use-agreement.ts';

/** The question before an act. It stays about the text that was on the screen: when a newer one comes, it says so and sends nothing. */
export function ActionDialog({ opened, view, onClose }: { opened: Opened; view: AgreementView; onClose: () => void }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const send = useSend();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  // One intention, one command: pressing again sends the same.
  const commandId = useRef(crypto.randomUUID());
  const negotiation = negotiationId.parse(view.id);
  const { command, title, basis, step } = opened;
  const outdated = view.negotiation?.current.digest !== basis;

  async function give<Name extends CommandName>(name: Name, data: CommandData<Name>): Promise<void> {
    if (busy || outdated) return;
    setBusy(true);
    const sent = await send(name, data, { commandId: commandId.current });
    setBusy(false);
    if (sent.ok) {
      void message.success(title);
      onClose();
    } else {
      // A refusal is not recorded; what is put right is a new command.
      commandId.current = crypto.randomUUID();
      setRefusal(explain(t, sent, nameOf));
    }
  }

  const shared = { title, open: true, busy, refusal, onCancel: onClose, ok: title };
  const on = { negotiation, basis };
  const newer = outdated && (
    <div className="newer" role="alert">
      {t('agreements.page.newerText')}
    </div>
  );
  switch (command) {
    case 'confirm-text':
      return (
        <Ask {...shared} disabled={outdated} onOk={() => void give('confirm-text', on)}>
          {newer}
          <div>{t('agreements.ask.confirm', { number: view.negotiation?.current.number ?? 0 })}</div>
        </Ask>
      );
    case 'decline-negotiation':
    case 'withdraw-from-negotiation':
    case 'withdraw-clearance':
      return (
        <AskReason {...shared} danger onOk={(reason) => void give(command, { ...on, reason })}>
          {newer}
          <div>{t(command === 'decline-negotiation' ? 'agreements.ask.decline' : command === 'withdraw-clearance' ? 'agreements.ask.withdrawClearance' : 'agreements.ask.withdraw')}</div>
        </AskReason>
      );
    case 'return-clearance':
      return (
        <AskReason {...shared} danger onOk={(reason) => step && void give('return-clearance', { ...on, step, reason })}>
          {newer}
          <div>{t('agreements.ask.return')}</div>
        </AskReason>
      );
    case 'pass-clearance-step':
      return step ? <StepForm {...shared} step={step} outdated={outdated} over={newer} onOk={(record: StepRecord) => void give('pass-clearance-step', { ...on, record })} /> : null;
    case 'give-signature':
    case 'affix-seal':
      return <AskPassword {...shared} disabled={outdated} over={newer} onOk={(password) => void give(command, { ...on, password })} />;
    default:
      return null;
  }
}

type Shared = Omit<Parameters<typeof Ask>[0], 'onOk' | 'children'>;

/** The act of signing or sealing: the password again, and plain words about what this signature is not. */
function AskPassword({ over, onOk, disabled = false, ...shared }: Shared & { over: React.ReactNode; onOk: (password: string) => void }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const id = useId();
  return (
    <Ask {...shared} disabled={disabled || password === ''} onOk={() => onOk(password)}>
      {over}
      <label htmlFor={id}>{t('agreements.ask.password')}</label>
      <Input.Password id={id} value={password} autoComplete="current-password" autoFocus maxLength={200} onChange={(event) => setPassword(event.target.value)} onPressEnter={() => password !== '' && !disabled && onOk(password)} />
      <div className="muted small">{t('agreements.page.notReliable')}</div>
    </Ask>
  );
}
