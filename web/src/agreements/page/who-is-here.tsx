import { useTranslation } from 'react-i18next';
import { usePresence } from '../../live/index.ts';
import { useNames, usePeople } from '../../ui/index.ts';

/** Who else has the page open (LV-5): colleagues by name, the other side as an organisation. */
export function WhoIsHere({ id }: { id: string }) {
  const { t } = useTranslation();
  const presence = usePresence(`agreement/${id}`);
  const nameOf = useNames();
  const personOf = usePeople(presence?.members ?? []);
  const names = [...(presence?.members ?? []).map((member) => personOf(member) ?? '…'), ...(presence?.organisations ?? []).map(nameOf)];
  if (names.length === 0) return null;
  return (
    <span className="here" title={names.join('、')}>
      <span className="hidden-text">
        {t('agreements.page.here')}：{names.join('、')}
      </span>
      {names.slice(0, 5).map((name) => (
        <i key={name} aria-hidden="true">
          {name.slice(0, 1)}
        </i>
      ))}
    </span>
  );
}
