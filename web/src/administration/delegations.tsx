import type { CommandId, MemberId } from '@lianyu/domain/kernel';
import { delegableRole } from '@lianyu/domain/organisations';
import type { MembershipDocument } from '@lianyu/projections/folds';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../app/session.tsx';
import { formatDay } from '../i18n/format.ts';
import { AskReason, Card, Tag, useCommand } from '../ui/index.ts';
import { type Delegation, standingOf } from './acting-period.ts';
import { DocumentLine } from './document-fields.tsx';
import type { NameOfMember } from './members.tsx';
import { RequestDelegation } from './request-delegation.tsx';

const tones = { requested: 'act', granted: 'ok', coming: 'neutral', over: 'neutral', lapsed: 'neutral', revoked: 'neutral' } as const;
const endings = { reject: 'reject-delegation', revoke: 'revoke-delegation', withdraw: 'withdraw-delegation' } as const;
type Ending = keyof typeof endings;

/** 委托: who acts for whom, in which role, until when and by which document. */
export function Delegations({ membership, mayManage, nameOf }: { membership: MembershipDocument; mayManage: boolean; nameOf: NameOfMember }) {
  const { t } = useTranslation();
  const { member: self, organisation: own } = useMe();
  const { organisation, delegations, grants, secondees } = membership;
  const members = [...membership.members, ...secondees.flatMap(({ member, released }) => (released ? [] : [member]))];
  const [asking, setAsking] = useState(false);
  const [ending, setEnding] = useState<{ readonly how: Ending; readonly delegation: CommandId } | undefined>();
  const { give, busy, refusal } = useCommand();
  const today = formatDay(new Date().toISOString());
  const roles = grants.flatMap(({ member, role }) => {
    const held = delegableRole.safeParse(role);
    return member === self && held.success ? [held.data] : [];
  });
  async function end(reason: string): Promise<void> {
    if (ending && (await give(endings[ending.how], { organisation, delegation: ending.delegation, reason }))) setEnding(undefined);
  }
  return (
    <Card
      className="with-actions"
      title={t('administration.delegations')}
      extra={
        organisation === own &&
        roles.length > 0 && (
          <Button size="small" onClick={() => setAsking(true)}>
            {t('administration.delegate')}
          </Button>
        )
      }
      flush
    >
      {delegations.length === 0 ? (
        <div className="quiet">{t('administration.delegationsNone')}</div>
      ) : (
        <ul className="requests">
          {delegations.map((each) => (
            <li key={each.delegation}>
              <About delegation={each} today={today} nameOf={nameOf} />
              <Acts
                delegation={each}
                today={today}
                self={self}
                mayManage={mayManage}
                busy={busy && ending === undefined}
                onApprove={() => void give('approve-delegation', { organisation, delegation: each.delegation })}
                onEnd={(how) => setEnding({ how, delegation: each.delegation })}
              />
            </li>
          ))}
        </ul>
      )}
      {refusal !== undefined && ending === undefined && (
        <div className="refusal quiet" role="alert">
          {refusal}
        </div>
      )}
      {asking && (
        <RequestDelegation
          organisation={organisation}
          colleagues={members.filter((member) => member !== self)}
          roles={[...new Set(roles)]}
          nameOf={nameOf}
          onClose={() => setAsking(false)}
        />
      )}
      {ending && (
        <AskReason
          title={t(`administration.${ending.how}Delegation`)}
          ok={t(`administration.${ending.how}Delegation`)}
          danger
          open
          busy={busy}
          refusal={refusal}
          onCancel={() => setEnding(undefined)}
          onOk={(reason) => void end(reason)}
        />
      )}
    </Card>
  );
}

function About({ delegation, today, nameOf }: { delegation: Delegation; today: string; nameOf: NameOfMember }) {
  const { t } = useTranslation();
  const { principal, delegate, role, from, until, scope, document } = delegation;
  const standing = standingOf(delegation, today);
  return (
    <div>
      <b>{t('administration.actsFor', { delegate: nameOf(delegate), principal: nameOf(principal) })}</b> · {t(`terms.role.${role}`)}{' '}
      <Tag tone={tones[standing]}>{t(`administration.standing.${standing}`)}</Tag>
      <div className="muted small">
        {t('administration.fromUntil', { from, until })} ·{' '}
        {scope.kind === 'all' ? t('administration.scopeAll') : <Link to={`/agreements/${scope.agreement}`}>{t('administration.scopeOne')}</Link>}
      </div>
      <DocumentLine document={document} />
    </div>
  );
}

interface ActsGiven {
  readonly delegation: Delegation;
  readonly today: string;
  readonly self: MemberId;
  readonly mayManage: boolean;
  readonly busy: boolean;
  readonly onApprove: () => void;
  readonly onEnd: (how: Ending) => void;
}

/** Whoever is concerned does not approve; the office holder takes back, an administrator rejects or revokes. */
function Acts({ delegation, today, self, mayManage, busy, onApprove, onEnd }: ActsGiven) {
  const { t } = useTranslation();
  const standing = standingOf(delegation, today);
  if (standing !== 'requested' && standing !== 'granted' && standing !== 'coming') return null;
  const concerned = delegation.principal === self || delegation.delegate === self;
  return (
    <>
      {standing === 'requested' && mayManage && !concerned && (
        <>
          <Button type="primary" loading={busy} onClick={onApprove}>
            {t('administration.approve')}
          </Button>
          <Button onClick={() => onEnd('reject')}>{t('administration.reject')}</Button>
        </>
      )}
      {delegation.principal === self ? (
        <Button onClick={() => onEnd('withdraw')}>{t('administration.withdrawDelegation')}</Button>
      ) : (
        standing !== 'requested' &&
        mayManage && (
          <Button danger type="text" size="small" onClick={() => onEnd('revoke')}>
            {t('administration.revokeDelegation')}
          </Button>
        )
      )}
    </>
  );
}
