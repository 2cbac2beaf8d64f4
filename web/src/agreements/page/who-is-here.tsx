import { useTranslation } from 'react-i18next';
import { usePresence } from '../../live/index.ts';
import { useNames, usePeople } from '../../ui/index.ts';
import '../agreements.css';

const SHOWN = 5;

/** Who else has the page open (LV-5): colleagues by name, the other side as an organisation. */
export function WhoIsHere({ id }: { id: string }) {
  const { t } = useTranslation();
  const presence = usePresence(`agreement/${id}`);
  const nameOf = useNames();
  const members = presence?.members ?? [];
  const personOf = usePeople(members);
  const here = [
    ...members.map((member) => ({ key: member, name: personOf(member) ?? '…', organisation: false })),
    ...(presence?.organisations ?? []).map((organisation) => ({ key: organisation, name: nameOf(organisation), organisation: true })),
  ];
  if (here.length === 0) return null;
  const names = here.map(({ name }) => name).join(t('agreements.sharing.comma'));
  return (
    <span className="here" title={names} role="img" aria-label={`${t('agreements.page.here')}：${names}`}>
      {here.slice(0, SHOWN).map(({ key, name, organisation }) => (
        <i key={key} aria-hidden="true" className={organisation ? 'org' : ''}>
          {name.slice(0, 1)}
        </i>
      ))}
      {here.length > SHOWN && <i aria-hidden="true">+{here.length - SHOWN}</i>}
    </span>
  );
}
