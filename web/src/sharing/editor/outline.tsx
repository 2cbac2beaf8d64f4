import { useTranslation } from 'react-i18next';
import { useTermForm } from '../form/context.tsx';
import type { RoughRecord } from '../form/rough.ts';
import type { RecordShape } from '../form/shape.ts';
import { useTreeWords } from '../form/words/index.ts';

/** What stands against a part of the term. */
export interface Open {
  readonly path: string;
  readonly required: boolean;
}

interface Props {
  readonly shape: RecordShape;
  readonly term: RoughRecord;
  readonly open: readonly Open[];
  readonly onGo: (path: string) => void;
}

/** The parts of the term in the order in which they are computed, each with what is still open in it, and a way there. */
export function Outline({ shape, term, open, onGo }: Props) {
  const { t } = useTranslation();
  const words = useTreeWords();
  const { at } = useTermForm();
  return (
    <nav className="outline" aria-label={t('sharing.outline')}>
      <ol>
        {shape.fields
          .filter((field) => field.shape.kind !== 'fixed')
          .map(({ name }) => {
            const path = `${at}.${name}`;
            const inside = open.filter((each) => each.path === path || each.path.startsWith(`${path}.`));
            const wrong = inside.filter(({ required }) => !required).length;
            const value = term[name];
            const agreed = value !== undefined && !(Array.isArray(value) && value.length === 0);
            return (
              <li key={name} className={wrong > 0 ? 'wrong' : inside.length > 0 ? 'open' : agreed ? 'done' : 'absent'}>
                <button type="button" className="link" onClick={() => onGo(inside[0]?.path ?? path)}>
                  {words.field(shape.name, name)}
                </button>
                <span className="small">
                  {wrong > 0
                    ? t('sharing.wrong', { count: wrong })
                    : inside.length > 0
                      ? t('sharing.toFill', { count: inside.length })
                      : t(agreed ? 'sharing.filled' : 'sharing.none')}
                </span>
              </li>
            );
          })}
      </ol>
    </nav>
  );
}
