import type { AgreementContent } from '@lianyu/domain/agreements';
import { useTranslation } from 'react-i18next';
import { PreviewButton } from '../../files/preview/preview-button.tsx';
import { addressOf } from '../../files/upload.ts';
import type { Part } from '../redline/parts.ts';
import { Marked } from './marked.tsx';

/** The papers behind the text, as the text lists them, each to be looked at and fetched. */
export function Attachments({
  lines,
  attachments,
}: {
  lines: readonly (readonly Part[])[];
  attachments: NonNullable<AgreementContent['attachments']>;
}) {
  const { t } = useTranslation();
  return (
    <section className="attachments" aria-label={t('attachments.title')}>
      {lines.map((parts, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
        <p key={index} lang="zh-CN">
          <Marked parts={parts} />
        </p>
      ))}
      <ul className="no-print" lang={t('attachments.title') === '附件' ? 'zh-CN' : 'en'}>
        {attachments.map((each) => (
          <li key={each.digest}>
            <span>{each.name}</span> <PreviewButton file={each} />
            <a href={addressOf(each)} download={each.name}>
              {t('attachments.download')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
