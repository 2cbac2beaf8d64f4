import type { AgreementContent } from '@lianyu/domain/agreements';
import { useTranslation } from 'react-i18next';
import { attachmentsWanted } from '../begin/from-template.ts';
import { useAgreementTemplates } from '../begin/use-agreement-templates.ts';
import { PaperDocument } from '../document/document.tsx';
import { AttachmentsEditor } from './attachments-editor.tsx';
import { BasicsForm } from './basics-form.tsx';
import { Checklist } from './checklist.tsx';
import { ClausesEditor } from './clauses-editor.tsx';
import { Library } from './library.tsx';
import type { Draft, DraftClause } from './model.ts';
import { PartiesEditor } from './parties-editor.tsx';

interface Props {
  readonly draft: Draft;
  readonly change: (next: (before: Draft) => Draft) => void;
  /** The draft as it would read, once it reads at all. */
  readonly preview: AgreementContent | undefined;
  /** The text that it is compared with. */
  readonly base: AgreementContent | undefined;
  /** Number of the proposal that it answers. */
  readonly answers: number | undefined;
  readonly changing: boolean;
  readonly fixedParties?: boolean;
  readonly onEdit: (clause: string) => void;
}

/** The whole draft: its fields, and its paper beside them. */
export function WholeDraft({ draft, change, preview, base, answers, changing, fixedParties = false, onEdit }: Props) {
  const { t } = useTranslation();
  const kind = draft.purpose?.kind;
  const set = (part: Partial<Draft>) => change((before) => ({ ...before, ...part }));
  const isPaper = draft.paper !== undefined;
  const templates = useAgreementTemplates();
  const wanted = templates ? attachmentsWanted(templates, draft) : [];
  const insert = (clause: DraftClause) => change((before) => ({ ...before, clauses: [...before.clauses, clause] }));
  const under =
    answers === undefined
      ? t(changing ? 'agreements.versions.compareWithBase' : 'agreements.draft.preview')
      : t('agreements.draft.changes', { number: answers });
  return (
    <div className="draft-columns">
      <div className="draft-fields">
        {kind && <p className="plain-words">{t(`agreements.purpose.about.${kind}`, { number: draft.purpose?.number ?? '' })}</p>}
        <BasicsForm draft={draft} onChange={set} />
        {kind !== 'renewal' && (
          <>
            <PartiesEditor
              parties={draft.parties}
              fixed={answers !== undefined || kind !== undefined || fixedParties}
              mayBeOptional={kind === undefined && !isPaper}
              onChange={(parties) => set({ parties })}
            />
            {kind !== 'termination' && !isPaper && <Checklist draft={draft} onInsert={insert} />}
            <ClausesEditor
              clauses={draft.clauses}
              parties={draft.parties}
              onChange={(next) => change((before) => ({ ...before, clauses: next(before.clauses) }))}
              onEdit={onEdit}
            />
            {!isPaper && (
              <AttachmentsEditor
                attachments={draft.attachments ?? []}
                wanted={wanted}
                onChange={(next) => change((before) => ({ ...before, attachments: next(before.attachments ?? []) }))}
              />
            )}
            {kind !== 'termination' && !isPaper && <Library clauses={draft.clauses} onInsert={insert} />}
          </>
        )}
      </div>
      <section className="draft-preview" aria-label={t('agreements.draft.preview')}>
        {preview ? (
          <PaperDocument content={preview} before={base} under={under} />
        ) : (
          <div className="paper card muted">{t('agreements.draft.previewLater')}</div>
        )}
      </section>
    </div>
  );
}
