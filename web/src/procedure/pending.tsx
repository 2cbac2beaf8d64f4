import { commandId } from '@lianyu/domain/kernel';
import type { ProcedureDocument } from '@lianyu/projections/folds';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../app/session.tsx';
import { formatInstant } from '../i18n/format.ts';
import { AskReason, Card, useCommand, usePeople } from '../ui/index.ts';
import { Steps } from './steps.tsx';

/** A chain that waits for a second person, who approves or rejects it; who proposed it may take it back. */
export function Pending({ pending }: { pending: NonNullable<ProcedureDocument['pending']> }) {
  const { t } = useTranslation();
  const { member, roles } = useMe();
  const { give, busy, refusal } = useCommand();
  const [rejecting, setRejecting] = useState(false);
  const personOf = usePeople([pending.proposedBy]);
  const request = commandId.parse(pending.request);
  const own = pending.proposedBy === member;
  const mayAnswer = roles.includes('administrator') || roles.includes('signatory');
  const no = t(own ? 'procedure.takeBack' : 'procedure.reject');
  async function reject(reason: string): Promise<void> {
    if (await give('reject-procedure', { request, reason })) setRejecting(false);
  }
  return (
    <Card title={t('procedure.pending')} className="procedure-pending">
      <p className="muted small">
        {t('procedure.pendingNote', { name: personOf(pending.proposedBy) ?? '', at: formatInstant(pending.at), from: pending.from })}
      </p>
      <Steps steps={pending.steps} />
      {(own || !mayAnswer) && <p className="muted small">{t('procedure.secondPerson')}</p>}
      {mayAnswer && (
        <div className="procedure-actions">
          {!own && (
            <Button type="primary" loading={busy && !rejecting} onClick={() => void give('approve-procedure', { request })}>
              {t('procedure.approve')}
            </Button>
          )}
          <Button onClick={() => setRejecting(true)}>{no}</Button>
        </div>
      )}
      {refusal !== undefined && !rejecting && (
        <div className="refusal" role="alert">
          {refusal}
        </div>
      )}
      {rejecting && (
        <AskReason
          title={no}
          ok={no}
          danger
          open
          busy={busy}
          refusal={refusal}
          onCancel={() => setRejecting(false)}
          onOk={(reason) => void reject(reason.slice(0, 500))}
        />
      )}
    </Card>
  );
}
