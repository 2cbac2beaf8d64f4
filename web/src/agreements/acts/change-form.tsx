import { type Purpose, purpose } from '@lianyu/domain/agreements';
import { Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Ask } from '../../ui/index.ts';

type Shared = Omit<Parameters<typeof Ask>[0], 'onOk' | 'children' | 'disabled' | 'busy'>;

/** What is to be done to the agreement; each is drafted, negotiated, signed and sealed like any. */
export function ChangeForm({ id, ...shared }: Shared & { id: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [kind, setKind] = useState<Purpose['kind']>('amendment');
  return (
    <Ask {...shared} busy={false} ok={t('agreements.purpose.draft')} onOk={() => void navigate(`/agreements/${id}/change?kind=${kind}`)}>
      <div>{t('agreements.ask.propose-change')}</div>
      <Radio.Group
        aria-label={t('agreements.purpose.kind')}
        value={kind}
        onChange={(event) => setKind(event.target.value as Purpose['kind'])}
        options={purpose.shape.kind.options.map((value) => ({ value, label: t(`agreements.purpose.${value}`) }))}
      />
    </Ask>
  );
}
