import { partyName, partyNameEn } from '@lianyu/domain/agreements';
import { Button, Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { Card, useNames, useOrganisations } from '../../ui/index.ts';
import type { DraftParty } from './model.ts';
import { DraftField, ProblemLine } from './problems.tsx';
import { freshKey } from './starter.ts';

const MOST = 10;
const sides = ['origin', 'destination', 'participant'] as const;

interface Props {
  readonly parties: readonly DraftParty[];
  /** A counter-proposal keeps the parties. */
  readonly fixed: boolean;
  /** Whether a party may be one without which it goes on: not in a change of what is signed, and not on paper. */
  readonly mayBeOptional?: boolean;
  readonly onChange: (parties: DraftParty[]) => void;
}

/** Who is party, as 甲方, 乙方 …; one's own organisation always is one. */
export function PartiesEditor({ parties, fixed, mayBeOptional = false, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const { organisation: own } = useMe();
  const organisations = useOrganisations();
  const nameOf = useNames();
  const title = i18n.language === 'en' ? partyNameEn : partyName;
  const possible = [...organisations.values()].filter(
    ({ id, profile }) => profile.kind !== 'coordination-office' && profile.kind !== 'audit' && id !== own,
  );
  const set = (key: string, change: Partial<DraftParty>) => onChange(parties.map((party) => (party.key === key ? { ...party, ...change } : party)));
  return (
    <Card title={t('agreements.draft.parties')}>
      {fixed && <p className="muted small">{t('agreements.draft.partiesFixed')}</p>}
      {parties.map((party, index) => {
        const kept = fixed || party.organisation === own;
        const free = possible.filter(({ id }) => id === party.organisation || !parties.some(({ organisation }) => organisation === id));
        const options = kept
          ? [{ value: party.organisation, label: nameOf(party.organisation) }]
          : free.map(({ id, profile }) => ({ value: id as string, label: nameOf(id), full: `${profile.name.zh} ${profile.name.en}` }));
        return (
          <div className="party-row" key={party.key}>
            <DraftField path={`parties.${index}.organisation`} label={title(index)}>
              {(control) => (
                <Select
                  {...control}
                  showSearch={{
                    filterOption: (words, option) =>
                      [option?.label, option && 'full' in option ? option.full : '', option?.value]
                        .join(' ')
                        .toLowerCase()
                        .includes(words.trim().toLowerCase()),
                  }}
                  disabled={kept}
                  value={party.organisation === '' ? null : party.organisation}
                  placeholder={t('agreements.draft.other')}
                  onChange={(organisation: string) => set(party.key, { organisation })}
                  options={options}
                />
              )}
            </DraftField>
            <DraftField path={`parties.${index}.side`} label={t('agreements.draft.side')}>
              {(control) => (
                <Select
                  {...control}
                  value={party.side}
                  onChange={(side) => set(party.key, { side })}
                  options={sides.map((value) => ({ value, label: t(`terms.side.${value}`) }))}
                />
              )}
            </DraftField>
            {mayBeOptional && (parties.length > 2 || party.optional) && (
              <Checkbox checked={party.optional ?? false} onChange={(event) => set(party.key, { optional: event.target.checked })}>
                {t('agreements.draft.optional')}
              </Checkbox>
            )}
            {!fixed && parties.length > 2 && party.organisation !== own && (
              <Button
                type="text"
                aria-label={`${t('agreements.draft.remove')} ${title(index)}`}
                onClick={() => onChange(parties.filter(({ key }) => key !== party.key))}
              >
                {t('agreements.draft.remove')}
              </Button>
            )}
          </div>
        );
      })}
      <ProblemLine path="parties" />
      {mayBeOptional && parties.length > 2 && <p className="muted small">{t('agreements.draft.optionalNote')}</p>}
      {!fixed && parties.length < MOST && (
        <Button size="small" onClick={() => onChange([...parties, { key: freshKey(), organisation: '', side: 'participant' }])}>
          {t('agreements.draft.addParty')}
        </Button>
      )}
    </Card>
  );
}
