import { type SharingTerm, sharingTerm } from '@lianyu/domain/sharing';
import { Button } from 'antd';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { TermEditor } from '../../sharing/editor/editor.tsx';
import { termFrom } from '../../sharing/editor/term-shape.ts';
import { TermText } from '../../sharing/editor/term-text.tsx';
import type { RoughRecord } from '../../sharing/form/rough.ts';
import { TemplateOrigin } from '../../sharing/templates/origin.tsx';
import { Templates } from '../../sharing/templates/templates.tsx';
import { TermWarnings } from '../../sharing/warnings.tsx';
import { WhatIf } from '../../sharing/what-if/what-if.tsx';
import { Tag, useNames } from '../../ui/index.ts';
import { type DraftClause, type DraftParty, partiesOf } from './model.ts';
import { useDraftProblems, useProblemAt } from './problems.tsx';

interface Props {
  readonly clause: DraftClause;
  /** Its place among the clauses. */
  readonly index: number;
  readonly parties: readonly DraftParty[];
  /** The same clause in the text that is answered. */
  readonly before: SharingTerm | undefined;
  readonly onChange: (change: (before: DraftClause) => DraftClause) => void;
  readonly onBack: () => void;
}

/** The whole page for one sharing clause: its form, its text, what it comes to, and how that differs from another reading. */
export function TermPage({ clause, index, parties, before, onChange, onBack }: Props) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const { problems } = useDraftProblems();
  const problemAt = useProblemAt();
  const at = `clauses.${index}.body.term`;
  const term = clause.sharing ?? {};
  const named = useMemo(
    () =>
      parties.map(({ key, organisation, side }, place) => ({
        key,
        side: side as string,
        name: organisation === '' ? t('agreements.draft.partyNumber', { number: place + 1 }) : nameOf(organisation),
      })),
    [parties, nameOf, t],
  );
  const open = problems
    .filter(({ path }) => path === at || path.startsWith(`${at}.`))
    .map(({ path, problem }) => ({ path, required: problem === 'required' }));
  const change = useCallback(
    (next: (before: RoughRecord) => RoughRecord) => onChange((before) => ({ ...before, sharing: next(before.sharing ?? {}) })),
    [onChange],
  );
  const data = useMemo(() => termFrom(term, partiesOf(parties)), [term, parties]);
  const read = useMemo(() => sharingTerm.safeParse(data).data, [data]);
  const others = useMemo(() => (before ? [{ key: 'before', label: t('sharing.reading.before'), term: before }] : []), [before, t]);
  const organisations = useMemo(() => parties.map(({ organisation }) => organisation), [parties]);
  return (
    <TermEditor
      at={at}
      term={term}
      parties={named}
      onChange={change}
      open={open}
      problemAt={problemAt}
      beginning={<Templates parties={named} onBegin={(sharing, template) => onChange((before) => ({ ...before, sharing, template }))} />}
      head={
        <>
          <Button onClick={onBack}>{t('sharing.back')}</Button>
          <h2>
            {t('agreements.draft.clauseNumber', { number: index + 1 })} {clause.heading.zh}
          </h2>
          <TemplateOrigin begun={clause.template} />
          {read && <TermWarnings term={read} />}
          {open.length === 0 ? (
            <Tag tone="ok">{t('sharing.complete')}</Tag>
          ) : (
            <Tag tone="wait">{t('sharing.incomplete', { count: open.length })}</Tag>
          )}
        </>
      }
      panes={[
        { key: 'text', label: t('sharing.text'), content: <TermText term={data} parties={organisations} parts /> },
        {
          key: 'trial',
          label: t('sharing.trial.title'),
          content: read ? (
            <WhatIf term={read} parties={organisations} others={others} />
          ) : (
            <p className="muted">{t('sharing.trial.complete', { count: open.length })}</p>
          ),
        },
      ]}
    />
  );
}
