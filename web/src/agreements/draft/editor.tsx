import type { AgreementContent } from '@lianyu/domain/agreements';
import type { ProposalDocument, RegistrationPage } from '@lianyu/projections/folds';
import { App, Button } from 'antd';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RegisterDialog } from '../../registration/register-dialog.tsx';
import { goTo } from '../../sharing/editor/editor.tsx';
import { PageHead, useNames, useOrganisations } from '../../ui/index.ts';
import { compareContents, countChanges } from '../redline/contents.ts';
import type { LatestText } from './change.ts';
import { check } from './check.ts';
import { Conflict } from './conflict.tsx';
import { KeepingTag } from './keeping-tag.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import type { Draft, DraftClause } from './model.ts';
import { previewOf } from './preview.ts';
import { ProblemList, ProblemsProvider } from './problems.tsx';
import { Submit } from './submit.tsx';
import { TermPage } from './term-page.tsx';
import { type Beginning, useKeptDraft } from './use-kept-draft.ts';
import { WholeDraft } from './whole.tsx';
import './draft.css';

interface Props {
  readonly beginning: Beginning;
  /** The signed text that is to be changed. */
  readonly changing?: LatestText;
  /** What is written is the transcription of a paper, or a correction of one. */
  readonly registering?: { readonly correcting: RegistrationPage | undefined };
  readonly answering?: { readonly negotiation: string; readonly current: ProposalDocument; readonly ended: boolean };
}

/** Writing a proposal: fields on one side, the text as it will read (or the redline against the current one) on the other. */
export function Editor({ beginning, answering, changing, registering }: Props) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const { message } = App.useApp();
  const kept = useKeptDraft(beginning);
  const { draft, change, keeping, revision } = kept;
  const [wanted, setWanted] = useState(false);
  const [asking, setAsking] = useState(false);
  const [editing, setEditing] = useState<string>();
  const sent = useRef(false);
  const { content, problems, preview } = useChecked(draft);
  const current = answering?.current;
  const outdated = current !== undefined && draft.answers?.digest !== current.digest;
  const base = current?.content ?? changing?.content ?? correctedContent(registering?.correcting);
  const changes = useMemo(() => (base && content ? countChanges(compareContents(base, content)) : 0), [base, content]);
  const kind = draft.purpose?.kind;
  const set = (part: Partial<Draft>) => change((before) => ({ ...before, ...part }));
  useOwnAddress(beginning, revision);

  const shown = draft.clauses.findIndex(({ id, sharing }) => id === editing && sharing !== undefined);
  const clause = draft.clauses[shown];
  const before = current?.content.clauses.find(({ id }) => id === clause?.id)?.body;
  // A field of a sharing term is on that clause's own page, any other on the page of the whole draft.
  const go = (path: string) => {
    const of = /^clauses\.(\d+)\.body\.term/.exec(path)?.[1];
    setEditing(of === undefined ? undefined : draft.clauses[Number(of)]?.id);
    setTimeout(() => goTo(path));
  };
  const close = () => {
    kept.reopen();
    setAsking(false);
  };
  const sending = {
    draft: revision > 0 ? beginning.id : undefined,
    async onSending() {
      const isKept = await kept.close();
      if (isKept) return true;
      // The page behind says why, and offers the choice if a colleague has written.
      void message.error(t('agreements.draft.keptFirst'));
      close();
      return false;
    },
    onSent: () => {
      sent.current = true;
    },
    onClose: close,
  };
  const send = () => {
    setWanted(true);
    if (content) setAsking(true);
    else if (problems[0]) go(problems[0].path);
  };
  const titleOf = () => {
    if (registering) return t(registering.correcting ? 'registration.form.correctTitle' : 'registration.form.title');
    return answering ? t('agreements.draft.counterTitle') : kind ? t(`agreements.purpose.${kind}`) : t('agreements.draft.newTitle');
  };
  const submitWord = registering
    ? t(registering.correcting ? 'registration.form.correct' : 'registration.form.submit')
    : t(answering ? 'agreements.draft.counter' : 'agreements.draft.table');
  const changeClause = useCallback(
    (next: (clause: DraftClause) => DraftClause) =>
      change((whole) => ({ ...whole, clauses: whole.clauses.map((each) => (each.id === editing ? next(each) : each)) })),
    [change, editing],
  );
  return (
    <ProblemsProvider value={{ problems, all: wanted, go }}>
      <main className="page" id="content">
        <PageHead
          over={registering ? t('registration.form.over') : t('agreements.draft.private')}
          title={titleOf()}
          actions={
            <>
              <KeepingTag keeping={keeping} revision={revision} />
              <Button onClick={() => void kept.keep()} disabled={keeping === 'saving' || keeping === 'conflict'}>
                {t('common.save')}
              </Button>
              <Button
                type="primary"
                disabled={outdated || answering?.ended === true || (answering !== undefined && content !== undefined && changes === 0)}
                onClick={send}
              >
                {submitWord}
              </Button>
            </>
          }
        />
        {keeping === 'conflict' && <Conflict theirs={kept.theirs} onTake={kept.takeTheirs} onKeep={() => void kept.keepMine()} />}
        {answering?.ended && (
          <div className="ended" role="alert">
            {t('errors.NEGOTIATION_ENDED')}
          </div>
        )}
        {outdated && !answering?.ended && (
          <div className="newer wide" role="alert">
            {t('agreements.draft.newer', { name: nameOf(current.party), number: current.number, before: draft.answers?.number ?? 0 })}{' '}
            <Button size="small" onClick={() => set({ answers: { digest: current.digest, number: current.number } })}>
              {t('agreements.draft.newerSeen', { number: current.number })}
            </Button>
          </div>
        )}
        {wanted && problems.length > 0 && <ProblemList problems={problems} />}
        {clause ? (
          <TermPage
            key={clause.id}
            clause={clause}
            index={shown}
            parties={draft.parties}
            before={before?.kind === 'sharing' ? before.term : undefined}
            onChange={changeClause}
            onBack={() => setEditing(undefined)}
          />
        ) : (
          <WholeDraft
            draft={draft}
            change={change}
            preview={preview}
            base={base}
            answers={answering && current?.number}
            changing={changing !== undefined || registering?.correcting !== undefined}
            fixedParties={registering?.correcting !== undefined}
            onEdit={setEditing}
          />
        )}
        {asking && content && registering && <RegisterDialog content={content} {...sending} correcting={registering.correcting} />}
        {asking && content && !registering && (
          <Submit
            content={content}
            {...sending}
            answering={answering && { negotiation: answering.negotiation, basis: answering.current.digest }}
            outdated={outdated}
            changes={changes}
          />
        )}
        <LeaveGuard keeping={keeping} keep={kept.keep} sent={sent} />
      </main>
    </ProblemsProvider>
  );
}

const correctedContent = (correcting: RegistrationPage | undefined): AgreementContent | undefined => correcting?.content;

/** What the draft amounts to, and how it reads; the paper may lag a little behind fast typing. */
function useChecked(draft: Draft) {
  const { t } = useTranslation();
  const organisations = useOrganisations();
  const lagging = useDeferredValue(draft);
  return useMemo(() => {
    const legalName = (organisation: string) => organisations.get(organisation)?.profile.name;
    const words = {
      party: t('agreements.draft.placeholder.party'),
      title: t('agreements.draft.placeholder.title'),
      heading: t('agreements.draft.placeholder.heading'),
      text: t('agreements.draft.placeholder.text'),
      sharing: t('agreements.draft.placeholder.sharing'),
    };
    return { ...check(draft, legalName), preview: previewOf(lagging, legalName, words) };
  }, [draft, lagging, organisations, t]);
}

/** Once it is kept, a new draft has an address to come back to. The router need not know: it is the same page. */
function useOwnAddress({ id, negotiation }: Beginning, revision: number): void {
  useEffect(() => {
    if (revision > 0 && negotiation === undefined && (location.pathname === '/agreements/new' || location.pathname === '/agreements/register'))
      history.replaceState(history.state, '', `/drafts/${id}`);
  }, [id, negotiation, revision]);
}
