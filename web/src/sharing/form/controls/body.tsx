import { organisationId } from '@lianyu/domain/kernel';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames, useOrganisations } from '../../../ui/index.ts';
import { useTermForm } from '../context.tsx';
import { type RoughRecord, recordIn, textIn } from '../rough.ts';
import { type Asked, Labelled } from './labelled.tsx';

interface Props extends Asked {
  readonly value: string;
  readonly beside: RoughRecord;
}

/** A body that is no party: one that is registered here, or any other by a short name of its own. Its name is filled in where it is known. */
export function BodyChoice({ value, beside, ...asked }: Props) {
  const { t } = useTranslation();
  const { set } = useTermForm();
  const organisations = useOrganisations();
  const nameOf = useNames();
  const [typed, setTyped] = useState('');
  const known = [...organisations.values()].map(({ id }) => ({ value: id as string, label: nameOf(id) }));
  const own = organisationId.safeParse(typed.trim().toLowerCase()).data;
  const others = [own, value].filter((id): id is NonNullable<typeof own> => id !== undefined && id !== '' && !organisations.has(id));
  const choose = (id: string) => {
    const profile = organisations.get(id)?.profile;
    const name = recordIn(beside['name']);
    const filled = profile && textIn(name['zh']) === '' ? { ...beside, name: { zh: profile.name.zh, en: profile.name.en } } : beside;
    set(asked.path.replace(/\.organisation$/, ''), { ...filled, organisation: id });
    setTyped('');
  };
  return (
    <Labelled {...asked}>
      {(control) => (
        <Select
          {...control}
          value={value === '' ? null : value}
          placeholder={t('sharing.chooseBody')}
          showSearch={{ optionFilterProp: 'label', onSearch: setTyped }}
          onChange={choose}
          options={[...known, ...[...new Set(others)].map((id) => ({ value: id as string, label: t('sharing.bodyCalled', { id }) }))]}
        />
      )}
    </Labelled>
  );
}
