import '@fontsource-variable/noto-serif-sc/wght.css';
import { type AgreementContent, attachmentsEn, headEn, tailEn } from '@lianyu/domain/agreements';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compareContents } from '../redline/contents.ts';
import { isSame } from '../redline/parts.ts';
import { Attachments } from './attachments.tsx';
import { Clause } from './clause.tsx';
import { Marked } from './marked.tsx';
import { Reference } from './reference.tsx';
import { PaperTools } from './tools.tsx';
import './document.css';
import './print.css';

interface Shown {
  readonly content: AgreementContent;
  /** With an earlier proposal, the document is a redline against it. */
  readonly before?: AgreementContent | undefined;
  readonly under: ReactNode;
  readonly children?: ReactNode;
}

/** An agreement as paper: its Chinese text in serif, its money terms as a table and a bar, changes marked where they are. */
export function PaperDocument({ content, before, under, children }: Shown) {
  const { t, i18n } = useTranslation();
  const [onlyChanges, setOnlyChanges] = useState(false);
  const [english, setEnglish] = useState(i18n.language === 'en');
  const { title, head, clauses, tail, attachments } = useMemo(() => compareContents(before, content), [before, content]);
  const filtered = before !== undefined && onlyChanges;
  const shown = filtered ? clauses.filter(({ change }) => change !== 'same') : clauses;
  const changed = clauses.filter(({ change }) => change !== 'same');
  return (
    <article className="paper card">
      <PaperTools
        changed={before && changed}
        hidden={clauses.length - shown.length}
        onlyChanges={onlyChanges}
        onOnlyChanges={setOnlyChanges}
        english={english}
        onEnglish={setEnglish}
      />
      <h1 lang="zh-CN">
        <Marked parts={title} />
      </h1>
      {english && content.title.en !== '' && <Reference centre lines={[content.title.en]} />}
      <div className="under">{under}</div>
      {(!filtered || !head.every(isSame)) && (
        <div className="parties" lang="zh-CN">
          {head.map((parts, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
            <p key={index}>
              <Marked parts={parts} />
            </p>
          ))}
        </div>
      )}
      {english && <Reference lines={headEn(content).split('\n')} />}
      {shown.map((each) => (
        <Clause
          key={`${each.change === 'removed'}/${each.clause.clauseId}`}
          compared={each}
          content={each.change === 'removed' && before ? before : content}
          english={english}
        />
      ))}
      {filtered && changed.length === 0 && <p className="muted">{t('agreements.redline.none')}</p>}
      <p className="tail" lang="zh-CN">
        <Marked parts={tail} />
      </p>
      {english && <Reference lines={[tailEn(content), t('agreements.page.english')]} />}
      {attachments.length > 0 && <Attachments lines={attachments} attachments={content.attachments ?? []} />}
      {english && attachments.length > 0 && <Reference lines={attachmentsEn(content)} />}
      {children}
    </article>
  );
}
