import { negotiationId } from '@lianyu/domain/kernel';
import { cooperationMode, renderText } from '@lianyu/domain/agreements';
import type { ProposalDocument } from '@lianyu/projections/folds';
import { Alert, App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { explain } from '../../i18n/explain.ts';
import { useSend } from '../../live/index.ts';
import { Ask, Card, PageHead, Tag, useNames, useOrganisations } from '../../ui/index.ts';
import { PaperDocument } from '../document/document.tsx';
import { ClauseEditor } from './clause-editor.tsx';
import { check, type Draft, type DraftClause } from './editing.ts';
import { Field } from './field.tsx';
import { PartiesEditor } from './parties-editor.tsx';
import { freshId, starterSharing } from './starter.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import './draft.css';

interface Props {
  readonly beginning: { readonly id: string; readonly revision: number; readonly content: Draft };
  readonly answering?: { readonly negotiation: string; readonly current: ProposalDocument };
}

/** Writing a proposal: fields on one side, the text as it will read (or the redline against the current one) on the other. */
export function Editor({ beginning, answering }: Props) {
  const { t } = useTranslation();
  const organisations = useOrganisations();
  const kept = useKeptDraft(beginning.id, beginning.content, beginning.revision, answering?.negotiation);
  const { draft, change } = kept;
  const [asking, setAsking] = useState(false);
  const checked = check(draft, (organisation) => organisations.get(organisation)?.profile.name);
  const content = 'content' in checked ? checked.content : undefined;
  const set = (part: Partial<Draft>) => change((before) => ({ ...before, ...part }));
  const setClause = (index: number, clause: DraftClause) => change((before) => ({ ...before, clauses: before.clauses.map((each, place) => (place === index ? clause : each)) }));
  const move = (index: number, by: number) => change((before) => ({ ...before, clauses: moved(before.clauses, index, index + by) }));
  const add = (clause: Omit<DraftClause, 'id' | 'heading'>) => change((before) => ({ ...before, clauses: [...before.clauses, { ...clause, id: freshId(before.clauses), heading: { zh: '', en: '' } }] }));

  return (
    <main className="page" id="content">
      <PageHead
        over={t('agreements.draft.private')}
        title={t(answering ? 'agreements.draft.counterTitle' : 'agreements.draft.newTitle')}
        actions={
          <>
            <KeepingTag keeping={kept.keeping} revision={kept.revision} />
            <Button onClick={() => void kept.keep()} disabled={kept.keeping === 'saving'}>
              {t('common.save')}
            </Button>
            <Button type="primary" disabled={!content} onClick={() => setAsking(true)}>
              {t(answering ? 'agreements.draft.counter' : 'agreements.draft.table')}
            </Button>
          </>
        }
      />
      {kept.keeping === 'conflict' && (
        <Alert
          type="warning"
          showIcon
          title={t('agreements.draft.conflict')}
          action={
            <>
              <Button size="small" onClick={() => void kept.takeTheirs()}>
                {t('agreements.draft.takeTheirs')}
              </Button>{' '}
              <Button size="small" onClick={() => void kept.keepMine()}>
                {t('agreements.draft.keepMine')}
              </Button>
            </>
          }
        />
      )}
      {'path' in checked && <Alert type="info" showIcon title={`${t('agreements.draft.invalid')} ${problemWords(checked, t)}`} />}
      <div className="draft-columns">
        <div className="draft-fields">
          <Card>
            <div className="grid-2">
              <Field label={t('agreements.draft.titleZh')}>{(id) => <Input id={id} maxLength={200} value={draft.title.zh} onChange={(event) => set({ title: { ...draft.title, zh: event.target.value } })} />}</Field>
              <Field label={t('agreements.draft.titleEn')}>{(id) => <Input id={id} maxLength={300} value={draft.title.en} onChange={(event) => set({ title: { ...draft.title, en: event.target.value } })} />}</Field>
              <Field label={t('agreements.draft.mode')}>
                {(id) => <Select id={id} value={draft.mode} onChange={(mode) => set({ mode })} options={cooperationMode.options.map((value) => ({ value, label: t(`terms.mode.${value}`) }))} />}
              </Field>
              <Field label={t('agreements.draft.until')}>{(id) => <Input id={id} type="date" value={draft.until} onChange={(event) => set({ until: event.target.value })} />}</Field>
              <Field label={t('agreements.draft.effect')}>
                {(id) => (
                  <Select
                    id={id}
                    value={draft.effectOn === '' ? 'conclusion' : 'date'}
                    onChange={(how) => set({ effectOn: how === 'date' ? new Date().toISOString().slice(0, 10) : '' })}
                    options={[
                      { value: 'conclusion', label: t('agreements.draft.onConclusion') },
                      { value: 'date', label: t('agreements.draft.onDate') },
                    ]}
                  />
                )}
              </Field>
              {draft.effectOn !== '' && <Field label={t('agreements.draft.onDate')}>{(id) => <Input id={id} type="date" value={draft.effectOn} onChange={(event) => set({ effectOn: event.target.value })} />}</Field>}
            </div>
          </Card>
          <PartiesEditor parties={draft.parties} fixed={answering !== undefined} onChange={(parties) => set({ parties })} />
          {draft.clauses.map((clause, index) => (
            <ClauseEditor
              key={clause.id}
              clause={clause}
              index={index}
              parties={draft.parties.map(({ organisation }) => organisation)}
              last={index === draft.clauses.length - 1}
              onChange={(next) => setClause(index, next)}
              onMove={(by) => move(index, by)}
              onRemove={() => set({ clauses: draft.clauses.filter(({ id }) => id !== clause.id) })}
            />
          ))}
          <div className="row">
            <Button onClick={() => add({ text: { zh: '', en: '' } })}>{t('agreements.draft.addClause')}</Button>
            <Button onClick={() => add({ text: { zh: '', en: '' }, sharing: starterSharing() })}>{t('agreements.draft.addSharing')}</Button>
          </div>
        </div>
        <div className="draft-preview">{content && <PaperDocument content={content} before={answering?.current.content} under={t(answering ? 'agreements.draft.changes' : 'agreements.draft.preview')} />}</div>
      </div>
      {asking && content && <Submit draftId={beginning.id} content={content} answering={answering} kept={kept.revision > 0} onClose={() => setAsking(false)} />}
    </main>
  );
}

function KeepingTag({ keeping, revision }: { keeping: ReturnType<typeof useKeptDraft>['keeping']; revision: number }) {
  const { t } = useTranslation();
  if (keeping === 'saved') return revision === 0 ? null : <Tag tone="ok">{t('agreements.draft.saved', { revision })}</Tag>;
  return <Tag tone={keeping === 'saving' ? 'act' : keeping === 'changed' ? 'wait' : 'fail'}>{t(keeping === 'saving' ? 'agreements.draft.saving' : 'agreements.draft.notSaved')}</Tag>;
}

function problemWords({ path, problem }: { path: string; problem: string }, t: ReturnType<typeof useTranslation>['t']): string {
  const clause = /^clauses\.(\d+)/.exec(path)?.[1];
  const where = clause === undefined ? '' : `${t('agreements.draft.clauses')} ${Number(clause) + 1}：`;
  const field = path.startsWith('title') ? t('agreements.draft.titleZh') : path.startsWith('parties') ? t('agreements.draft.parties') : path.includes('heading') ? t('agreements.draft.heading') : path.includes('shares') || path.includes('ratio') ? t('agreements.draft.bands') : path.includes('text') ? t('agreements.draft.textZh') : path.includes('taxes') ? t('agreements.draft.taxes') : path;
  return `${where}${problem === 'field' ? field : t(`errors.problems.${problem as 'tax-twice'}`)}`;
}

/** The last look before it is everybody's: a note or the reason, and what tabling means. */
function Submit({ draftId, content, answering, kept, onClose }: { draftId: string; content: Parameters<typeof renderText>[0]; answering: Props['answering']; kept: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const send = useSend();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [basis] = useState(answering?.current.digest);
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());
  const outdated = answering !== undefined && answering.current.digest !== basis;

  async function submit(): Promise<void> {
    setBusy(true);
    const draft = kept ? { draft: draftId } : {};
    const sent =
      answering && basis
        ? await send('counter-proposal', { negotiation: negotiationId.parse(answering.negotiation), basis, content, reason: words.trim(), ...draft }, { commandId })
        : await send('table-proposal', { content, note: words.trim(), ...draft }, { commandId });
    setBusy(false);
    if (!sent.ok) {
      setCommandId(crypto.randomUUID());
      setRefusal(explain(t, sent, nameOf));
      return;
    }
    void message.success(t(answering ? 'agreements.draft.counter' : 'agreements.draft.table'));
    void navigate(`/agreements/${sent.answer.subject}`);
  }
  const title = t(answering ? 'agreements.draft.counter' : 'agreements.draft.table');
  return (
    <Ask title={title} ok={title} open busy={busy} refusal={refusal} onCancel={onClose} disabled={outdated || (answering !== undefined && words.trim() === '')} onOk={() => void submit()}>
      {outdated && (
        <div className="newer" role="alert">
          {t('agreements.page.newerText')}
        </div>
      )}
      <div>{t('agreements.draft.tableAsk')}</div>
      <Field label={t(answering ? 'agreements.draft.reason' : 'agreements.draft.note')}>{(id) => <Input.TextArea id={id} rows={3} maxLength={2000} value={words} onChange={(event) => setWords(event.target.value)} />}</Field>
    </Ask>
  );
}

function moved<Each>(list: readonly Each[], from: number, to: number): Each[] {
  const next = [...list];
  const [one] = next.splice(from, 1);
  if (one !== undefined) next.splice(to, 0, one);
  return next;
}
