import { measures } from '@lianyu/reference-data/policy';
import { Link } from 'react-router';
import { useWords } from './words.ts';

/** By which measures of the policy a page is there: the way back to the catalogue. */
export function Basis({ path }: { path: string }) {
  const { t } = useWords();
  const found = measures.filter(({ works }) => works.some((work) => work.path === path));
  return (
    <span className="basis">
      {t('basis')}
      {found.map(({ id, number, title }) => (
        <Link key={id} to={`/policy#${id}`} title={title.zh}>
          {t('item', { number })}
        </Link>
      ))}
    </span>
  );
}
