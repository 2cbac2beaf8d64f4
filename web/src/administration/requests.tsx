import { type CommandId, commandId } from '@lianyu/domain/kernel';
import type { MembershipDocument } from '@lianyu/projections/folds';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../app/session.tsx';
import { AskReason, Card, useCommand } from '../ui/index.ts';
import type { NameOfMember } from './members.tsx';

interface Given {
  readonly organisation: MembershipDocument['organisation'];
  readonly requests: MembershipDocument['requests'];
  readonly nameOf: NameOfMember;
}

/** Grants that wait for a second person (AZ-3). */
export function Requests({ organisation, requests, nameOf }: Given) {
  const { t } = useTranslation();
  const { member: self } = useMe();
  const { give, busy, refusal } = useCommand();
  const [rejecting, setRejecting] = useState<CommandId>();
  async function reject(request: CommandId, reason: string): Promise<void> {
    if (await give('reject-role-grant', { organisation, request, reason })) setRejecting(undefined);
  }
  return (
    <Card title={t('administration.requests')} flush>
      <ul className="requests">
        {requests.map(({ request, requestedBy, member, role, from, until }) => {
          const own = requestedBy === self || member === self;
          return (
            <li key={request}>
              <div>
                <b>{nameOf(member)}</b> · {t(`terms.role.${role}`)}
                <div className="muted small">
                  {t('administration.requestBy', { name: nameOf(requestedBy) })} ·{' '}
                  {until === undefined ? t('administration.from', { from }) : t('administration.fromUntil', { from, until })}
                </div>
                {own && (
                  <div className="muted small" id={`own-${request}`}>
                    {t('administration.secondPerson')}
                  </div>
                )}
              </div>
              <Button
                type={own ? 'default' : 'primary'}
                loading={busy && rejecting === undefined}
                aria-disabled={own}
                {...(own
                  ? { className: 'ant-btn-disabled', 'aria-describedby': `own-${request}` }
                  : { onClick: () => void give('approve-role-grant', { organisation, request: commandId.parse(request) }) })}
              >
                {t('administration.approve')}
              </Button>
              <Button onClick={() => setRejecting(commandId.parse(request))}>{t('administration.reject')}</Button>
            </li>
          );
        })}
      </ul>
      {refusal !== undefined && rejecting === undefined && (
        <div className="refusal quiet" role="alert">
          {refusal}
        </div>
      )}
      {rejecting && (
        <AskReason
          title={t('administration.rejectTitle')}
          ok={t('administration.reject')}
          danger
          open
          busy={busy}
          refusal={refusal}
          onCancel={() => setRejecting(undefined)}
          onOk={(reason) => void reject(rejecting, reason)}
        />
      )}
    </Card>
  );
}
