import { useTranslation } from 'react-i18next';

/** What stands on the page as a sheet of fixed values, or as text: the same to the same viewer, no more. `path` is where the server writes it. */
export function Exports({ path, asked = {} }: { path: string; asked?: Readonly<Record<string, string | undefined>> }) {
  const { t, i18n } = useTranslation();
  const query = new URLSearchParams({ language: i18n.language === 'en' ? 'en' : 'zh' });
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value);
  return (['xlsx', 'csv'] as const).map((format) => (
    <a key={format} className="button-like no-print" href={`${path}/export.${format}?${query}`} download>
      {t(`settlement.export.${format}`)}
    </a>
  ));
}
