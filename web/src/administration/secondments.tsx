import type { CommandId } from '@lianyu/domain/kernel';
import type { MembershipDocument } from '@lianyu/projections/folds';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../app/session.tsx';
import { formatDay } from '../i18n/format.ts';
import { AskReason, Card, Tag, useCommand, useNames } from '../ui/index.ts';
import { DocumentLine } from './document-fields.tsx';
import type { NameOfMember } from './members.tsx';
import { RequestSecondment } from './request-secondment.tsx';

type Secondment = MembershipDocument['secondments'][number];
type Ending = 'reject' | 'end';

interface Given {
  readonly membership: MembershipDocument;
  /** All that the viewer may read: who would be received may be asked for by another organisation. */
  readonly memberships: readonly MembershipDocument[];
  readonly mayManage: boolean;
  readonly nameOf: NameOfMember;
}

/** 挂职: who is sent elsewhere and who is sent here, until when and by which document. */
export function Secondments({ membership, memberships, mayManage, nameOf }: Given) {
  const { t } = useTranslation();
  const organisationOf = useNames();
  const { member: self, audiences } = useMe();
  const { organisation, secondments, secondees, members } = membership;
  const { give, busy, refusal } = useCommand();
  const [asking, setAsking] = useState(false);
  const [ending, setEnding] = useState<{ readonly how: Ending; readonly secondment: CommandId } | undefined>();
  const today = formatDay(new Date().toISOString());
  const here = secondees.filter(({ released, until }) => !released && until >= today);
  const sent = secondments.filter(({ phase, until }) => phase !== 'ended' && until >= today);
  // Whoever administers the one that receives says yes: of the operator's own screens that is both.
  const mayAccept = ({ host }: Secondment) => audiences.includes('administration') || memberships.some((each) => each.organisation === host);
  async function end(reason: string): Promise<void> {
    if (!ending) return;
    const name = ending.how === 'end' ? 'end-secondment' : 'reject-secondment';
    if (await give(name, { organisation, secondment: ending.secondment, reason })) setEnding(undefined);
  }
  return (
    <Card
      className="with-actions"
      title={t('administration.secondments')}
      extra={
        mayManage &&
        members.length > 0 && (
          <Button size="small" onClick={() => setAsking(true)}>
            {t('administration.second')}
          </Button>
        )
      }
      flush
    >
      {here.length === 0 && sent.length === 0 ? (
        <div className="quiet">{t('administration.secondmentsNone')}</div>
      ) : (
        <ul className="requests">
          {here.map(({ secondment, member, home, from, until }) => (
            <li key={secondment}>
              <div>
                <b>{nameOf(member)}</b> · {t('administration.secondedHere', { organisation: organisationOf(home) })}
                <div className="muted small">{t('administration.fromUntil', { from, until })}</div>
              </div>
            </li>
          ))}
          {sent.map((each) => {
            const { secondment, phase, member, host, requestedBy, from, until, document } = each;
            return (
              <li key={secondment}>
                <div>
                  <b>{nameOf(member)}</b> · {t('administration.secondedTo', { organisation: organisationOf(host) })}{' '}
                  <Tag tone={phase === 'requested' ? 'act' : 'ok'}>{t(`administration.secondment.${phase}`)}</Tag>
                  <div className="muted small">{t('administration.fromUntil', { from, until })}</div>
                  <DocumentLine document={document} />
                </div>
                {phase === 'requested' && mayManage && mayAccept(each) && requestedBy !== self && member !== self && (
                  <>
                    <Button
                      type="primary"
                      loading={busy && ending === undefined}
                      onClick={() => void give('accept-secondment', { organisation, secondment })}
                    >
                      {t('administration.acceptSecondment')}
                    </Button>
                    <Button onClick={() => setEnding({ how: 'reject', secondment })}>{t('administration.reject')}</Button>
                  </>
                )}
                {mayManage && (
                  <Button danger type="text" size="small" onClick={() => setEnding({ how: 'end', secondment })}>
                    {t('administration.endSecondment')}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {refusal !== undefined && ending === undefined && (
        <div className="refusal quiet" role="alert">
          {refusal}
        </div>
      )}
      {asking && <RequestSecondment organisation={organisation} members={members} nameOf={nameOf} onClose={() => setAsking(false)} />}
      {ending && (
        <AskReason
          title={t(ending.how === 'end' ? 'administration.endSecondment' : 'administration.rejectSecondment')}
          ok={t(ending.how === 'end' ? 'administration.endSecondment' : 'administration.rejectSecondment')}
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
