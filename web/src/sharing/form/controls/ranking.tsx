import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { under, useTermForm } from '../context.tsx';
import { type Rough, textIn } from '../rough.ts';
import { type Asked, Group, Labelled } from './labelled.tsx';

interface Props extends Asked {
  readonly value: readonly Rough[];
}

/** Every party in an order: who comes first is asked, and the last follows from the others. */
export function Ranking({ path, label, hint, value }: Props) {
  const { t } = useTranslation();
  const { parties, set } = useTermForm();
  const keys = parties.map(({ key }) => key);
  const ranked = value.map(textIn).filter((key) => keys.includes(key));
  const nameOf = (key: string) => parties.find((party) => party.key === key)?.name ?? key;
  const place = (index: number, key: string) => {
    const others = ranked.filter((each) => each !== key);
    const next = [...others.slice(0, index), key, ...others.slice(index)];
    const left = keys.filter((each) => !next.includes(each));
    set(path, left.length === 1 ? [...next, ...left] : next);
  };
  return (
    <Group path={path} label={label} hint={hint}>
      <div className="leaves">
        {parties.slice(0, Math.min(ranked.length + 1, parties.length - 1)).map((party, index) => (
          <Labelled key={party.key} path={under(path, index)} label={t('sharing.rank', { rank: index + 1 })}>
            {(control) => (
              <Select
                {...control}
                value={ranked[index] ?? null}
                placeholder={t('sharing.choose')}
                onChange={(key: string) => place(index, key)}
                options={keys.filter((key) => !ranked.slice(0, index).includes(key)).map((key) => ({ value: key, label: nameOf(key) }))}
              />
            )}
          </Labelled>
        ))}
      </div>
      {ranked.length === parties.length && <div className="muted small">{ranked.map(nameOf).join(' → ')}</div>}
    </Group>
  );
}
