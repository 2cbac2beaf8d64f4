import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTreeWords } from '../form/words/index.ts';
import { chosenShape } from './term-shape.ts';
import { saidSoFar } from './texts-so-far.ts';

interface Props {
  readonly term: unknown;
  readonly parties: readonly string[];
  /** With the names of the parts and the English beside: for whoever writes it. */
  readonly parts?: boolean;
}

/** The words that will be signed, as far as they are written; a part that is still open says nothing yet. */
export function TermText({ term, parties, parts = false }: Props) {
  const { t } = useTranslation();
  const words = useTreeWords();
  const said = useMemo(() => saidSoFar(term, parties).filter(({ zh }) => zh.length > 0), [term, parties]);
  const node = (Object(term) as { node?: string }).node ?? '';
  const record = chosenShape({ node })?.name ?? '';
  if (said.length === 0) return <p className="muted">{t('agreements.draft.notYetATerm')}</p>;
  return (
    <div className="term-text">
      {said.map(({ path, zh, en }) => (
        <section key={path}>
          {parts && <h4>{words.field(record, path.split('.')[0] ?? '')}</h4>}
          <div lang="zh-CN">
            {zh.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
          {parts && (
            <div lang="en" className="reference">
              {en.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
          )}
        </section>
      ))}
    </div>
  );
}
