import { type AgreementContent, headEn, headZh, type RenderedClause, renderBlocks, tailEn, tailZh } from '@lianyu/domain/agreements';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Switch } from 'antd';
import { type ComparedClause, compareClauses, unchanged } from '../redline/clauses.ts';
import type { Part } from '../redline/parts.ts';
import { SharingFigure } from './sharing.tsx';
import './document.css';

interface Shown {
  readonly content: AgreementContent;
  /** With the proposal before it, the document is a redline. */
  readonly before?: AgreementContent | undefined;
  readonly under: React.ReactNode;
  readonly children?: React.ReactNode;
}

/** An agreement as paper: its Chinese text in serif, its money terms as a table and a bar, changes marked where they are. */
export function PaperDocument({ content, before, under, children }: Shown) {
  const { t, i18n } = useTranslation();
  const [onlyChanges, setOnlyChanges] = useState(false);
  const [english, setEnglish] = useState(i18n.language === 'en');
  const compared = before ? compareClauses(before, content) : renderBlocks(content).map(unchanged);
  const shown = before && onlyChanges ? compared.filter(({ change }) => change !== 'same') : compared;
  return (
    <article className="paper card">
      <div className="paper-tools no-print">
        {before && (
          <label>
            <Switch size="small" checked={onlyChanges} onChange={setOnlyChanges} /> {t('agreements.page.onlyChanges')}{' '}
            {onlyChanges && <span className="muted">{t('agreements.page.unchanged', { count: compared.length - shown.length })}</span>}
          </label>
        )}
        <label>
          <Switch size="small" checked={english} onChange={setEnglish} /> {t('agreements.page.referenceText')}
        </label>
      </div>
      <h1 lang="zh-CN">{content.title.zh}</h1>
      {english && content.title.en !== '' && <p className="reference centre">{content.title.en}</p>}
      <div className="under">{under}</div>
      <div className="parties" lang="zh-CN">
        {headZh(content)
          .split('\n')
          .map((line) => (
            <p key={line}>{line}</p>
          ))}
      </div>
      {english && <Reference lines={headEn(content).split('\n')} />}
      {shown.map((each) => (
        <Clause key={`${each.change}/${each.clause.clauseId}`} compared={each} content={each.change === 'removed' && before ? before : content} english={english} />
      ))}
      <p className="tail" lang="zh-CN">
        {tailZh(content)}
      </p>
      {english && <Reference lines={[tailEn(content), t('agreements.page.english')]} />}
      {children}
    </article>
  );
}

function Clause({ compared: { change, clause, heading, paragraphs }, content, english }: { compared: ComparedClause; content: AgreementContent; english: boolean }) {
  const { t } = useTranslation();
  const { body } = content.clauses.find(({ id }) => id === clause.clauseId) ?? {};
  const words = { changed: t('agreements.page.changed'), added: t('agreements.page.added'), removed: t('agreements.page.removed'), moved: t('agreements.page.moved'), same: '' };
  return (
    <section className={`clause ${change}`} id={`clause-${clause.clauseId}`} lang="zh-CN">
      <h2>
        {clause.headingZh.slice(0, clause.headingZh.indexOf(' '))} <Parts parts={heading} />
        {change !== 'same' && <span className="mark-word">{words[change]}</span>}
      </h2>
      {paragraphs.map((parts, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity but their place
        <p key={index}>
          <Parts parts={parts} />
        </p>
      ))}
      {body?.kind === 'sharing' && <SharingFigure term={body.term} content={content} />}
      {english && <Reference lines={[clause.headingEn, ...clause.paragraphsEn]} />}
    </section>
  );
}

function Parts({ parts }: { parts: readonly Part[] }) {
  const { t } = useTranslation();
  return parts.map(({ kind, text }, index) => {
    const key = `${index}${kind}`;
    if (kind === 'same') return <span key={key}>{text}</span>;
    const Mark = kind === 'added' ? 'ins' : 'del';
    return (
      <Mark key={key}>
        <span className="hidden-text">[{kind === 'added' ? t('agreements.page.added') : t('agreements.page.removed')}] </span>
        {text}
      </Mark>
    );
  });
}

function Reference({ lines }: { lines: readonly string[] }) {
  return (
    <div className="reference" lang="en">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
