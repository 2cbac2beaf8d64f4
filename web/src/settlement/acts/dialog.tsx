import { calendarDate, digest, negotiationId } from '@lianyu/domain/kernel';
import { App, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask, AskReason, Field, useCommand } from '../../ui/index.ts';
import type { AccountId } from '../address.ts';
import type { AccountView } from '../use-account.ts';
import type { SettlementAction } from '../use-settlement-actions.ts';
import { DisputeForm } from './dispute-form.tsx';
import type { Known } from './known.ts';
import { PaymentForm } from './payment-form.tsx';
import { ResolutionForm } from './resolution-form.tsx';
import { VoucherForm } from './voucher-form.tsx';

export interface DialogProps {
  readonly id: AccountId;
  readonly view: AccountView;
  readonly command: Known;
  readonly action: SettlementAction;
  readonly basis: string | undefined;
  readonly onClose: () => void;
}

/** The question before an act on an account. It stays about the statement that was on the screen when it was opened. */
export function ActDialog({ id, view, command, action, basis, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { give, busy, refusal } = useCommand();
  const about = action.about ?? {};
  const title = t(`settlement.act.${command}`);
  const on = { agreement: negotiationId.parse(id.agreement), clause: id.clause, ledger: id.ledger };
  const [looking] = useState(() => view.statements.find(({ period }) => period.from === about.period));
  const current = view.statements.find(({ period }) => period.from === about.period);
  const outdated = looking !== undefined && current?.digest !== looking.digest;
  const onStatement = { ...on, period: calendarDate.parse(about.period ?? '1990-01-01'), basis: digest.parse(looking?.digest ?? '0'.repeat(64)) };
  const after = (sent: unknown) => {
    if (sent === undefined) return;
    void message.success(t('agreements.act.sent', { act: title }));
    onClose();
  };
  const shared = { open: true, title, ok: title, busy, refusal, onCancel: onClose };
  const words = (
    <>
      {outdated && (
        <div className="newer" role="alert">
          {t('settlement.ask.newer')}
        </div>
      )}
      <div>{t(`settlement.ask.${command}`)}</div>
    </>
  );
  switch (command) {
    case 'propose-statement':
      return (
        <WithNote
          {...shared}
          words={words}
          disabled={basis === undefined}
          onSend={async (note) => after(await give(command, { ...onStatement, basis: digest.parse(basis), note }))}
        />
      );
    case 'confirm-statement':
      return (
        <Ask {...shared} disabled={outdated} onOk={() => void give(command, onStatement).then(after)}>
          {words}
        </Ask>
      );
    case 'dispute-statement':
      return looking ? (
        <DisputeForm
          {...shared}
          words={words}
          statement={looking}
          disabled={outdated}
          onSend={async (disputes) => after(await give(command, { ...onStatement, disputes: [...disputes] }))}
        />
      ) : null;
    case 'withdraw-statement':
      return (
        <AskReason {...shared} danger disabled={outdated} onOk={(reason) => void give(command, { ...onStatement, reason }).then(after)}>
          {words}
        </AskReason>
      );
    case 'withdraw-dispute':
      return (
        <AskReason {...shared} danger onOk={(reason) => void give(command, { ...on, dispute: about.dispute ?? 0, reason }).then(after)}>
          {words}
        </AskReason>
      );
    case 'propose-resolution': {
      const dispute = view.disputes.find((each) => each.dispute === about.dispute);
      return dispute ? (
        <ResolutionForm
          {...shared}
          words={words}
          dispute={dispute}
          onSend={async (resolution) => after(await give(command, { ...on, dispute: dispute.dispute, ...resolution }))}
        />
      ) : null;
    }
    case 'agree-to-matter':
      return (
        <Ask {...shared} onOk={() => void give(command, { ...on, matter: about.matter ?? 0 }).then(after)}>
          {words}
        </Ask>
      );
    case 'reject-matter':
      return (
        <AskReason {...shared} danger onOk={(reason) => void give(command, { ...on, matter: about.matter ?? 0, reason }).then(after)}>
          {words}
        </AskReason>
      );
    case 'propose-year-closing':
      return <WithYear {...shared} words={words} suggested={yearOf(view)} onSend={async (year) => after(await give(command, { ...on, year }))} />;
    case 'propose-winding-up':
      return (
        <WindingUp
          {...shared}
          words={words}
          onSend={async (lastDay, reason) => after(await give(command, { ...on, lastDay: calendarDate.parse(lastDay), reason }))}
        />
      );
    case 'propose-closing':
      return <WithNote {...shared} words={words} onSend={async (note) => after(await give(command, { ...on, note }))} />;
    case 'record-payment':
      return (
        <PaymentForm
          {...shared}
          words={words}
          view={view}
          to={about.to}
          onSend={async (payment) => after(await give(command, { ...on, ...payment }))}
        />
      );
    case 'record-payment-hop':
      return (
        <VoucherForm
          {...shared}
          words={words}
          onSend={async (voucher) => after(await give(command, { ...on, payment: about.payment ?? 0, hop: about.hop ?? 0, voucher }))}
        />
      );
    case 'confirm-payment-hop':
      return (
        <Ask {...shared} onOk={() => void give(command, { ...on, payment: about.payment ?? 0, hop: about.hop ?? 0 }).then(after)}>
          {words}
        </Ask>
      );
    case 'reject-payment-hop':
      return (
        <AskReason
          {...shared}
          danger
          onOk={(reason) => void give(command, { ...on, payment: about.payment ?? 0, hop: about.hop ?? 0, reason }).then(after)}
        >
          {words}
        </AskReason>
      );
    case 'withdraw-payment':
      return (
        <AskReason {...shared} danger onOk={(reason) => void give(command, { ...on, payment: about.payment ?? 0, reason }).then(after)}>
          {words}
        </AskReason>
      );
  }
}

export type Shared = Omit<Parameters<typeof Ask>[0], 'onOk' | 'children' | 'disabled'> & { readonly words: React.ReactNode };

function WithNote({ words, onSend, disabled = false, ...shared }: Shared & { disabled?: boolean; onSend: (note: string) => void }) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  return (
    <Ask {...shared} disabled={disabled} onOk={() => onSend(note.trim())}>
      {words}
      <Field label={t('settlement.ask.note')}>
        {(ids) => <Input.TextArea {...ids} rows={3} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
    </Ask>
  );
}

function WithYear({ words, suggested, onSend, ...shared }: Shared & { suggested: string; onSend: (year: number) => void }) {
  const { t } = useTranslation();
  const [year, setYear] = useState(suggested);
  const ready = /^(199\d|2[01]\d\d|2200)$/.test(year);
  return (
    <Ask {...shared} disabled={!ready} onOk={() => onSend(Number(year))}>
      {words}
      <Field label={t('settlement.column.year')}>
        {(ids) => <Input {...ids} inputMode="numeric" maxLength={4} value={year} onChange={(event) => setYear(event.target.value.trim())} />}
      </Field>
    </Ask>
  );
}

function WindingUp({ words, onSend, ...shared }: Shared & { onSend: (lastDay: string, reason: string) => void }) {
  const { t } = useTranslation();
  const [lastDay, setLastDay] = useState('');
  const [reason, setReason] = useState('');
  return (
    <Ask {...shared} danger disabled={lastDay === '' || reason.trim() === ''} onOk={() => onSend(lastDay, reason.trim())}>
      {words}
      <Field label={t('settlement.ask.lastDay')}>
        {(ids) => <Input {...ids} type="date" value={lastDay} onChange={(event) => setLastDay(event.target.value)} />}
      </Field>
      <Field label={t('common.reason')}>
        {(ids) => <Input.TextArea {...ids} rows={3} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
    </Ask>
  );
}

/** The year that would be closed next: the first one adopted and not closed. */
function yearOf({ account, statements }: AccountView): string {
  const closed = new Set((account?.closedYears ?? []).map(({ year }) => String(year)));
  const adopted = statements.filter(({ phase }) => phase === 'adopted').map(({ period }) => period.to.slice(0, 4));
  return adopted.find((year) => !closed.has(year)) ?? '';
}
