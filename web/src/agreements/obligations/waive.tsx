import { actions as schema } from '@lianyu/contract';
import { type Digest, negotiationId } from '@lianyu/domain/kernel';
import type { DeadlineDocument } from '@lianyu/projections/folds';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { get } from '../../live/index.ts';
import { AskReason } from '../../ui/index.ts';
import { useAct } from '../acts/use-act.ts';
import { useDutyWords } from '../acts/waiver-forms.tsx';

/** Whether this person may ask for a waiver, as the server says (AZ-4); asked together with everything else of the page. */
export function useMayWaive(id: string, version: string): boolean {
  const asked = useQuery({
    queryKey: ['actions', id, version],
    queryFn: () => get(`/api/agreements/${id}/actions`, schema),
    placeholderData: (before) => before,
  });
  return asked.data?.actions.some(({ command, allowed }) => command === 'propose-waiver' && allowed) ?? false;
}

const waivable: ReadonlySet<string> = new Set(['report-figures', 'confirm-statement', 'pay']);

/** 豁免: offered beside an open duty that the others owe. Whether it is owed to one's own side the server decides. */
export function Waive({ id, basis, duty }: { id: string; basis: Digest; duty: DeadlineDocument }) {
  const { t } = useTranslation();
  const { organisation: own } = useMe();
  const wordsOf = useDutyWords();
  const [asking, setAsking] = useState(false);
  const { act, busy, refusal } = useAct({ about: id, done: () => setAsking(false) });
  const { kind } = duty;
  if (!duty.open || !waivable.has(kind) || duty.account?.ledger === 'appraisal' || duty.who.includes(own) || kind === 'internal-step') return null;
  const title = t('agreements.act.propose-waiver');
  return (
    <>
      <Button type="link" size="small" onClick={() => setAsking(true)}>
        {title}
      </Button>
      {asking && (
        <AskReason
          open
          title={title}
          ok={title}
          busy={busy}
          refusal={refusal}
          onCancel={() => setAsking(false)}
          onOk={(reason) => void act('propose-waiver', { agreement: negotiationId.parse(id), basis, duty: duty.id, reason }, title)}
        >
          <div>{wordsOf({ ...duty, kind: kind as 'pay' })}</div>
          <div>{t('agreements.ask.propose-waiver')}</div>
        </AskReason>
      )}
    </>
  );
}
