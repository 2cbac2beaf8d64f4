import type { CommandData } from '@lianyu/contract';
import { organisationId } from '@lianyu/domain/kernel';
import type { StatementDocument } from '@lianyu/projections/folds';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { periodText } from '../../figures/numbers.ts';
import { FileField } from '../../files/file-field.tsx';
import type { KeptFile } from '../../files/upload.ts';
import { Ask, amountFrom, amountText, Field, useNames } from '../../ui/index.ts';
import { useSubject } from '../words.ts';
import type { Shared } from './dialog.tsx';

type Dispute = CommandData<'dispute-statement'>['disputes'][number];

interface Typed {
  readonly at: string;
  readonly claimed: string;
  readonly against: string;
  readonly reason: string;
  readonly documents: readonly KeptFile[];
}
const empty: Typed = { at: '', claimed: '', against: '', reason: '', documents: [] };

interface Props extends Shared {
  readonly statement: StatementDocument;
  readonly disabled: boolean;
  readonly onSend: (disputes: readonly Dispute[]) => void;
}

/** Line by line: which, what it should be, why, by which documents. All other lines are confirmed with it. */
export function DisputeForm({ statement, disabled, onSend, words, ...shared }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<readonly Typed[]>([empty]);
  const lines = useLines(statement);
  const disputes = typed.map((each) => disputeFrom(each, statement));
  const ready = disputes.every((each) => each !== undefined);
  const set = (index: number, change: Partial<Typed>) => setTyped(typed.map((each, place) => (place === index ? { ...each, ...change } : each)));
  return (
    <Ask {...shared} danger disabled={disabled || !ready} onOk={() => ready && onSend(disputes as readonly Dispute[])}>
      {words}
      {typed.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a dispute has no identity before it is sent
        <fieldset key={index} className="dispute-fields">
          <legend className="hidden-text">{t('settlement.disputeNumber', { number: index + 1 })}</legend>
          <Field label={t('settlement.dispute.line')}>
            {(ids) => (
              <Select
                {...ids}
                value={each.at === '' ? null : each.at}
                placeholder={t('sharing.choose')}
                popupMatchSelectWidth={false}
                onChange={(at: string) => set(index, { at })}
                options={lines.filter(({ value }) => value === each.at || !typed.some(({ at }) => at === value))}
              />
            )}
          </Field>
          <Field label={t('settlement.dispute.claimed')}>
            {(ids) => (
              <Input {...ids} className="num" maxLength={30} value={each.claimed} onChange={(event) => set(index, { claimed: event.target.value })} />
            )}
          </Field>
          {statement.parties.length > 2 && <Against statement={statement} value={each.against} onChange={(against) => set(index, { against })} />}
          <Field label={t('common.reason')}>
            {(ids) => (
              <Input.TextArea
                {...ids}
                rows={2}
                maxLength={2000}
                value={each.reason}
                onChange={(event) => set(index, { reason: event.target.value })}
              />
            )}
          </Field>
          <FileField label={t('settlement.dispute.documents')} files={each.documents} most={10} onChange={(documents) => set(index, { documents })} />
          {typed.length > 1 && (
            <Button size="small" type="text" onClick={() => setTyped(typed.filter((_, place) => place !== index))}>
              {t('sharing.remove')}
            </Button>
          )}
        </fieldset>
      ))}
      <Button size="small" onClick={() => setTyped([...typed, empty])}>
        {t('settlement.dispute.another')}
      </Button>
    </Ask>
  );
}

function Against({ statement, value, onChange }: { statement: StatementDocument; value: string; onChange: (against: string) => void }) {
  const { t } = useTranslation();
  const { organisation } = useMe();
  const nameOf = useNames();
  return (
    <Field label={t('settlement.dispute.against')}>
      {(ids) => (
        <Select
          {...ids}
          value={value === '' ? null : value}
          placeholder={t('sharing.choose')}
          onChange={onChange}
          options={statement.parties.filter((party) => party !== organisation).map((party) => ({ value: party as string, label: nameOf(party) }))}
        />
      )}
    </Field>
  );
}

/** The lines of all parts, each with a name of its own: `0/3`, the fourth line of the first part. */
function useLines({ parts }: StatementDocument) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const subjectOf = useSubject();
  return parts.flatMap(({ subject, unit, lines }, part) =>
    lines.map(({ party, kind, amount, of }, line) => ({
      value: `${part}/${line}`,
      label: `${parts.length > 1 ? `${subjectOf(subject)} · ` : ''}${nameOf(party)} · ${t(`why.line.${kind}`)}${of ? ` ${periodText(of)}` : ''} · ${amountText(amount, unit)}`,
    })),
  );
}

function disputeFrom({ at, claimed, against, reason, documents }: Typed, { parts }: StatementDocument): Dispute | undefined {
  const [part, line] = at.split('/').map(Number);
  const found = part === undefined ? undefined : parts[part];
  const amount = found && amountFrom(claimed, found.unit);
  if (!found || line === undefined || amount === undefined || reason.trim() === '') return undefined;
  return {
    subject: found.subject,
    line,
    claimed: amount,
    reason: reason.trim(),
    documents: [...documents],
    ...(against === '' ? {} : { against: organisationId.parse(against) }),
  };
}
