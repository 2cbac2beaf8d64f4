import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { under, useTermForm } from '../context.tsx';
import { type RoughRecord, textIn } from '../rough.ts';
import { isWhole, restOf, shareFrom, sumOf, sumText } from '../shares.ts';
import { type Asked, Group, Labelled } from './labelled.tsx';

interface Props extends Asked {
  readonly value: RoughRecord;
}

/** A share for every party, typed as per cent or fractions and kept exactly; what they come to stands beside. */
export function Shares({ path, label, hint, value }: Props) {
  const { t } = useTranslation();
  const { parties, set } = useTermForm();
  const typed = parties.map(({ key }) => textIn(value[key]));
  const sum = sumOf(typed);
  return (
    <Group path={path} label={label} hint={hint}>
      <div className="leaves">
        {parties.map(({ key, name }, index) => (
          <Labelled key={key} path={under(path, index)} label={name}>
            {(control) => (
              <Input
                {...control}
                className="num"
                maxLength={27}
                suffix={typed[index]?.includes('/') ? ' ' : '%'}
                placeholder={restOf(typed.filter((_, place) => place !== index)) ?? ''}
                {...(typed[index] !== '' && !shareFrom(typed[index] ?? '') ? { status: 'error' as const } : {})}
                value={typed[index]}
                onChange={(event) => set(under(path, key), event.target.value)}
              />
            )}
          </Labelled>
        ))}
      </div>
      <div className={sum && !isWhole(sum) ? 'hint' : 'muted small'} role="status">
        {sum ? t('sharing.sum', { sum: sumText(sum) }) : t('sharing.sharesHint')}
      </div>
    </Group>
  );
}
