import { useTranslation } from 'react-i18next';
import { Tag } from '../../ui/index.ts';
import { useTemplateOf, verificationTone } from './use-templates.ts';

/** Says by which template a term began, and whether its document was read; where it was not, that stands here plainly. */
export function TemplateOrigin({ begun }: { begun: string | undefined }) {
  const { t, i18n } = useTranslation();
  const found = useTemplateOf(begun);
  if (!found) return null;
  const { number, name, source } = found.template;
  return (
    <p className="template-origin small">
      <Tag tone={verificationTone[source.verification]}>{t(`sharing.template.${source.verification}`)}</Tag>{' '}
      {t('sharing.template.origin', { name: `${number} ${name[i18n.language === 'en' ? 'en' : 'zh']}`, citation: source.citation })}
    </p>
  );
}
