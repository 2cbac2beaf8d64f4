import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Card, useNames, useOrganisations } from '../../ui/index.ts';
import { useMe } from '../../app/session.tsx';
import type { DraftParty } from './editing.ts';
import { Field } from './field.tsx';

const MOST = 10;

/** Who is party. In a counter-proposal the parties stay; one's own organisation always is one. */
export function PartiesEditor({ parties, fixed, onChange }: { parties: readonly DraftParty[]; fixed: boolean; onChange: (parties: readonly DraftParty[]) => void }) {
  const { t } = useTranslation();
  const { organisation: own } = useMe();
  const organisations = useOrganisations();
  const nameOf = useNames();
  const possible = [...organisations.values()].filter(({ profile }) => profile.kind !== 'coordination-office' && profile.kind !== 'audit');
  const set = (index: number, change: Partial<DraftParty>) => onChange(parties.map((party, place) => (place === index ? { ...party, ...change } : party)));
  return (
    <Card title={t('agreements.draft.parties')}>
      {parties.map((party, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a party that is not chosen yet has nothing but its place
        <div className="party-row" key={index}>
          <Field label={`${index + 1}`}>
            {(id) => (
              <Select
                id={id}
                showSearch={{ optionFilterProp: 'label' }}
                disabled={fixed || party.organisation === own}
                value={party.organisation === '' ? null : party.organisation}
                placeholder={t('agreements.draft.other')}
                onChange={(organisation: string) => set(index, { organisation })}
                options={possible.map(({ id: value }) => ({ value, label: nameOf(value) }))}
              />
            )}
          </Field>
          <Field label={t('agreements.draft.side')}>
            {(id) => <Select id={id} value={party.side} onChange={(side) => set(index, { side })} options={(['origin', 'destination', 'participant'] as const).map((value) => ({ value, label: t(`terms.side.${value}`) }))} />}
          </Field>
          {!fixed && parties.length > 2 && party.organisation !== own && (
            <Button type="text" onClick={() => onChange(parties.filter((_, place) => place !== index))}>
              {t('agreements.draft.remove')}
            </Button>
          )}
        </div>
      ))}
      {!fixed && parties.length < MOST && <Button onClick={() => onChange([...parties, { organisation: '', side: 'participant' }])}>{t('agreements.draft.addParty')}</Button>}
    </Card>
  );
}
