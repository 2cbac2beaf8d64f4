import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../app/session.tsx';
import { Exports } from '../settlement/exports.tsx';
import { PageHead, useAddress } from '../ui/index.ts';
import { Board } from './board.tsx';
import { Funnel } from './funnel.tsx';
import { List } from './list.tsx';
import { useProjectTexts } from './texts.ts';
import './projects.css';

const views = ['board', 'list', 'funnel'] as const;

/** 项目: by stage on a board, as a list under the filters of the address, or as a funnel. */
export function Component() {
  const { t } = useTranslation();
  const { x } = useProjectTexts();
  const { roles } = useMe();
  const [search, set] = useAddress();
  const view = views.find((each) => each === search.get('view')) ?? 'board';
  const asked = Object.fromEntries([...search].filter(([name]) => name !== 'view'));
  return (
    <main className="page projects" id="content">
      <PageHead
        title={x.title}
        over={x.over}
        actions={
          <>
            {view === 'list' && <Exports path="/api/projects" asked={asked} />}
            {roles.includes('drafter') && (
              <Link className="button-like primary" to="/projects/new">
                {x.open}
              </Link>
            )}
          </>
        }
      />
      <nav className="project-views" aria-label={t('common.projects')}>
        {views.map((each) => (
          <button
            key={each}
            type="button"
            aria-current={each === view ? 'page' : undefined}
            onClick={() => set({ view: each === 'board' ? '' : each })}
          >
            {x[each]}
          </button>
        ))}
      </nav>
      {view === 'board' ? <Board /> : view === 'list' ? <List search={search} set={set} /> : <Funnel search={search} set={set} />}
    </main>
  );
}
