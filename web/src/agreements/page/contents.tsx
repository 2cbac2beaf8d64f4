import type { AgreementContent } from '@lianyu/domain/agreements';
import { type MouseEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { clauseAnchor } from '../document/clause.tsx';
import { focusOn } from '../document/tools.tsx';
import { bareHeading } from '../redline/clauses.ts';
import { compareContents } from '../redline/contents.ts';

/** The clauses, with a mark at those that changed. */
export function Contents({ content, before }: { content: AgreementContent; before: AgreementContent | undefined }) {
  const { t } = useTranslation();
  const { clauses } = useMemo(() => compareContents(before, content), [before, content]);
  const go = (id: string) => (event: MouseEvent) => {
    event.preventDefault();
    focusOn(id);
  };
  return (
    <nav className="card contents no-print" aria-label={t('agreements.page.contents')}>
      {clauses.map(({ clause: { clauseId, headingZh }, change }) => {
        const anchor = clauseAnchor(clauseId, change);
        return (
          <a key={anchor} href={`#${anchor}`} onClick={go(anchor)} className={change === 'removed' ? 'gone' : ''}>
            <span lang="zh-CN">
              <span className="muted">{change === 'removed' ? '–' : headingZh.slice(1, headingZh.indexOf('条'))}</span> {bareHeading(headingZh)}
            </span>
            {change !== 'same' && (
              <i className="dot" title={t(`agreements.redline.${change}`)}>
                <span className="hidden-text">{t(`agreements.redline.${change}`)}</span>
              </i>
            )}
          </a>
        );
      })}
    </nav>
  );
}
