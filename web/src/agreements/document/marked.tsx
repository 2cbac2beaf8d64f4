import { useTranslation } from 'react-i18next';
import type { Part } from '../redline/parts.ts';

/** A text with its changes: underlined and struck through, and said in words to whoever listens. */
export function Marked({ parts }: { parts: readonly Part[] }) {
  const { t } = useTranslation();
  return parts.map(({ kind, text }, index) => {
    const key = `${index}${kind}`;
    if (kind === 'same') return <span key={key}>{text}</span>;
    const Mark = kind === 'added' ? 'ins' : 'del';
    const [opened, closed] = kind === 'added' ? (['insStart', 'insEnd'] as const) : (['delStart', 'delEnd'] as const);
    return (
      <Mark key={key}>
        <span className="hidden-text">{t(`agreements.redline.${opened}`)}</span>
        {text}
        <span className="hidden-text">{t(`agreements.redline.${closed}`)}</span>
      </Mark>
    );
  });
}

/** The same for what was one value and is another. */
export function Replaced({ before, after }: { before: string | undefined; after: string | undefined }) {
  const parts: Part[] = [];
  if (before !== undefined) parts.push({ kind: 'removed', text: before });
  if (after !== undefined) parts.push({ kind: 'added', text: after });
  return <Marked parts={parts} />;
}
