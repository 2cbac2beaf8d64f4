import type { AgreementContent } from '@lianyu/domain/agreements';
import { useTranslation } from 'react-i18next';
import { TemplateOrigin } from '../../sharing/templates/origin.tsx';
import { TermWarnings } from '../../sharing/warnings.tsx';
import { ClauseMark } from '../comments/clause-mark.tsx';
import type { ComparedClause } from '../redline/clauses.ts';
import { Marked } from './marked.tsx';
import { Reference } from './reference.tsx';
import { SharingFigure } from './sharing.tsx';
import { TermChanges } from './term-changes.tsx';

interface Props {
  readonly compared: ComparedClause;
  /** The agreement that the clause stands in: of a removed clause the earlier one. */
  readonly content: AgreementContent;
  readonly english: boolean;
}

/** One clause as it reads, with what changed in it and, where it shares money, its figures. */
export function Clause({ compared: { change, movedFrom, clause, heading, paragraphs, terms }, content, english }: Props) {
  const { t } = useTranslation();
  const { clauseId, headingZh, headingEn, paragraphsEn } = clause;
  const body = content.clauses.find(({ id }) => id === clauseId)?.body;
  const words = [
    ...(change === 'same' || change === 'moved' ? [] : [t(`agreements.redline.${change}`)]),
    ...(movedFrom === undefined ? [] : [t('agreements.redline.movedFrom', { number: movedFrom })]),
  ];
  return (
    <section className={`clause ${change}`} id={clauseAnchor(clauseId, change)} lang="zh-CN" tabIndex={-1}>
      {change !== 'removed' && <ClauseMark clause={clauseId} />}
      <h2>
        {headingZh.slice(0, headingZh.indexOf(' '))} <Marked parts={heading} />
        {words.map((word) => (
          <span className="mark-word" key={word}>
            {word}
          </span>
        ))}
      </h2>
      {paragraphs.map((parts, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity but their place
        <p key={index}>
          <Marked parts={parts} />
        </p>
      ))}
      {body?.kind === 'sharing' && <TemplateOrigin begun={body.template} />}
      {body?.kind === 'sharing' && <TermWarnings term={body.term} />}
      {body?.kind === 'sharing' && body.term.node === 'share' && (
        <>
          <SharingFigure term={body.term} content={content} changes={terms} />
          <TermChanges changes={terms} />
        </>
      )}
      {english && <Reference lines={[headingEn, ...paragraphsEn]} />}
    </section>
  );
}

/** Where the contents lead to. A removed clause may share its id with none of the present ones, yet keeps an anchor of its own. */
export function clauseAnchor(clauseId: string, change: ComparedClause['change']): string {
  return change === 'removed' ? `gone-${clauseId}` : `clause-${clauseId}`;
}
