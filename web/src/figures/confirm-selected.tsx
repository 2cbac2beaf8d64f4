import { negotiationId } from '@lianyu/domain/kernel';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask, useCommand } from '../ui/index.ts';

/** Several of the other side's figures confirmed together: all or none. */
export function ConfirmSelected({ agreement, numbers, onDone }: { agreement: string; numbers: readonly number[]; onDone: () => void }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { give, busy, refusal } = useCommand();
  const confirm = async () => {
    const answer = await give('confirm-reports', { agreement: negotiationId.parse(agreement), figures: [...numbers], milestones: [] });
    if (answer) onDone();
  };
  return (
    <div className="batch">
      <span role="status">{t('figures.selected', { count: numbers.length })}</span>
      <Button type="primary" size="small" onClick={() => setAsking(true)}>
        {t('figures.confirmSelected')}
      </Button>
      <Ask
        open={asking}
        title={t('figures.confirmSelected')}
        ok={t('figures.act.confirm-reports')}
        busy={busy}
        refusal={refusal}
        onCancel={() => setAsking(false)}
        onOk={() => void confirm()}
      >
        <div>{t('figures.confirmAsk', { count: numbers.length })}</div>
      </Ask>
    </div>
  );
}
