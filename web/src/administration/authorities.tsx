import { commands } from '@lianyu/contract';
import type { CommandId } from '@lianyu/domain/kernel';
import { authorityBasis } from '@lianyu/domain/organisations';
import type { MembershipDocument } from '@lianyu/projections/folds';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../i18n/format.ts';
import { Ask, AskReason, Card, Field, Tag, useCommand } from '../ui/index.ts';
import { DocumentFields, DocumentLine, documentFrom, typedDocument } from './document-fields.tsx';
import type { NameOfMember } from './members.tsx';

interface Given {
  readonly membership: MembershipDocument;
  readonly mayManage: boolean;
  readonly nameOf: NameOfMember;
}

/** 签署授权: by which documents people sign. Without one that holds on the day nobody does. */
export function Authorities({ membership, mayManage, nameOf }: Given) {
  const { t } = useTranslation();
  const { organisation, authorities, secondees } = membership;
  const members = [...membership.members, ...secondees.flatMap(({ member, released }) => (released ? [] : [member]))];
  const { give, busy, refusal } = useCommand();
  const [recording, setRecording] = useState(false);
  const [withdrawing, setWithdrawing] = useState<CommandId>();
  const today = formatDay(new Date().toISOString());
  async function withdraw(authority: CommandId, reason: string): Promise<void> {
    if (await give('withdraw-signing-authority', { organisation, authority, reason })) setWithdrawing(undefined);
  }
  return (
    <Card
      className="with-actions"
      title={t('administration.authorities')}
      extra={
        mayManage &&
        members.length > 0 && (
          <Button size="small" onClick={() => setRecording(true)}>
            {t('administration.recordAuthority')}
          </Button>
        )
      }
      flush
    >
      {authorities.length === 0 ? (
        <div className="quiet">{t('administration.authoritiesNone')}</div>
      ) : (
        <ul className="requests">
          {authorities.map(({ authority, member, basis, document }) => {
            const holds = document.from <= today && (document.until === undefined || today <= document.until);
            return (
              <li key={authority}>
                <div>
                  <b>{nameOf(member)}</b> · {t(`administration.basis.${basis}`)}{' '}
                  <Tag tone={holds ? 'ok' : 'neutral'}>{t(holds ? 'administration.documentHolds' : 'administration.documentHoldsNot')}</Tag>
                  <div>
                    <DocumentLine document={document} />
                  </div>
                </div>
                {mayManage && (
                  <Button size="small" type="text" danger onClick={() => setWithdrawing(authority)}>
                    {t('administration.withdrawAuthority')}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {recording && <RecordAuthority organisation={organisation} members={members} nameOf={nameOf} onClose={() => setRecording(false)} />}
      {withdrawing && (
        <AskReason
          title={t('administration.withdrawAuthority')}
          ok={t('administration.withdrawAuthority')}
          danger
          open
          busy={busy}
          refusal={refusal}
          onCancel={() => setWithdrawing(undefined)}
          onOk={(reason) => void withdraw(withdrawing, reason)}
        />
      )}
    </Card>
  );
}

interface Recording extends Pick<MembershipDocument, 'organisation' | 'members'> {
  readonly nameOf: NameOfMember;
  readonly onClose: () => void;
}

function RecordAuthority({ organisation, members, nameOf, onClose }: Recording) {
  const { t } = useTranslation();
  const { give, busy, refusal } = useCommand();
  const [member, setMember] = useState<string>();
  const [basis, setBasis] = useState<string>('office');
  const [document, setDocument] = useState(() => typedDocument(formatDay(new Date().toISOString())));
  const given = commands['record-signing-authority'].safeParse({ organisation, member, basis, document: documentFrom(document) });
  async function record(): Promise<void> {
    if (given.success && (await give('record-signing-authority', given.data))) onClose();
  }
  return (
    <Ask
      title={t('administration.recordAuthority')}
      ok={t('administration.recordAuthority')}
      open
      busy={busy}
      refusal={refusal}
      disabled={!given.success}
      onCancel={onClose}
      onOk={() => void record()}
    >
      <div>{t('administration.authoritiesNote')}</div>
      <div className="pair">
        <Field label={t('administration.member')}>
          {(ids) => (
            <Select<string> {...ids} value={member ?? null} onChange={setMember} options={members.map((id) => ({ value: id, label: nameOf(id) }))} />
          )}
        </Field>
        <Field label={t('administration.basisOf')}>
          {(ids) => (
            <Select<string>
              {...ids}
              value={basis}
              onChange={setBasis}
              options={authorityBasis.options.map((value) => ({ value, label: t(`administration.basis.${value}`) }))}
            />
          )}
        </Field>
      </div>
      <DocumentFields value={document} onChange={setDocument} />
    </Ask>
  );
}
