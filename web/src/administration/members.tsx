import type { MemberId } from '@lianyu/domain/kernel';
import type { Role } from '@lianyu/domain/organisations';
import type { MembershipDocument } from '@lianyu/projections/folds';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskReason, Card, useCommand, usePeople } from '../ui/index.ts';
import { AdmitMember } from './admit-member.tsx';
import { Authorities } from './authorities.tsx';
import { Delegations } from './delegations.tsx';
import { RequestRole } from './request-role.tsx';
import { Requests } from './requests.tsx';
import { Secondments } from './secondments.tsx';

export type NameOfMember = (member: string) => string;

interface Given {
  readonly membership: MembershipDocument;
  readonly memberships: readonly MembershipDocument[];
  readonly mayManage: boolean;
}

/** Who is here and may do what, until when; what somebody else has to approve comes first. */
export function Members({ membership, memberships, mayManage }: Given) {
  const { t } = useTranslation();
  const { organisation, grants, requests, delegations, secondees, secondments } = membership;
  const members = [...membership.members, ...secondees.flatMap(({ member, released }) => (released ? [] : [member]))];
  const personOf = usePeople([
    ...members,
    ...requests.map(({ requestedBy }) => requestedBy),
    ...secondments.map(({ member }) => member),
    ...delegations.flatMap(({ principal, delegate }) => [principal, delegate]),
  ]);
  const nameOf: NameOfMember = (member) => personOf(member) ?? t('administration.unnamed', { id: member.slice(0, 8) });
  const [opened, setOpened] = useState<'admit' | 'grant' | undefined>();
  const [revoking, setRevoking] = useState<{ member: MemberId; role: Role } | undefined>();
  return (
    <>
      {mayManage && requests.length > 0 && <Requests organisation={organisation} requests={requests} nameOf={nameOf} />}
      <Card
        className="with-actions"
        title={t('administration.members')}
        extra={
          mayManage && (
            <>
              <Button size="small" onClick={() => setOpened('admit')}>
                {t('administration.admit')}
              </Button>
              {members.length > 0 && (
                <Button size="small" onClick={() => setOpened('grant')}>
                  {t('administration.grant')}
                </Button>
              )}
            </>
          )
        }
        flush
      >
        {members.length === 0 ? (
          <div className="quiet">{t('administration.membersNone')}</div>
        ) : (
          <ul className="members">
            {members.map((member) => (
              <li key={member}>
                <b title={member}>{nameOf(member)}</b>
                <ul>
                  {grants
                    .filter((grant) => grant.member === member)
                    .map(({ role, from, until }) => (
                      <li key={`${role}/${from}`}>
                        <span>{t(`terms.role.${role}`)}</span>
                        <span className="muted small">
                          {until === undefined ? t('administration.from', { from }) : t('administration.fromUntil', { from, until })}
                        </span>
                        {mayManage && (
                          <Button
                            size="small"
                            type="text"
                            danger
                            aria-label={t('administration.revokeTitle', { name: nameOf(member), role: t(`terms.role.${role}`) })}
                            onClick={() => setRevoking({ member, role })}
                          >
                            {t('administration.revoke')}
                          </Button>
                        )}
                      </li>
                    ))}
                  {!grants.some((grant) => grant.member === member) && <li className="muted">{t('administration.noRoles')}</li>}
                </ul>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Delegations membership={membership} mayManage={mayManage} nameOf={nameOf} />
      <Secondments membership={membership} memberships={memberships} mayManage={mayManage} nameOf={nameOf} />
      <Authorities membership={membership} mayManage={mayManage} nameOf={nameOf} />
      {opened === 'admit' && <AdmitMember organisation={organisation} onClose={() => setOpened(undefined)} />}
      {opened === 'grant' && <RequestRole organisation={organisation} members={members} nameOf={nameOf} onClose={() => setOpened(undefined)} />}
      {revoking && <Revoke organisation={organisation} {...revoking} nameOf={nameOf} onClose={() => setRevoking(undefined)} />}
    </>
  );
}

interface Revoking {
  readonly organisation: MembershipDocument['organisation'];
  readonly member: MemberId;
  readonly role: Role;
  readonly nameOf: NameOfMember;
  readonly onClose: () => void;
}

function Revoke({ organisation, member, role, nameOf, onClose }: Revoking) {
  const { t } = useTranslation();
  const { give, busy, refusal } = useCommand();
  const title = t('administration.revokeTitle', { name: nameOf(member), role: t(`terms.role.${role}`) });
  async function revoke(reason: string): Promise<void> {
    if (await give('revoke-role', { organisation, member, role, reason })) onClose();
  }
  return (
    <AskReason
      title={title}
      ok={t('administration.revoke')}
      danger
      open
      busy={busy}
      refusal={refusal}
      onCancel={onClose}
      onOk={(reason) => void revoke(reason)}
    />
  );
}
