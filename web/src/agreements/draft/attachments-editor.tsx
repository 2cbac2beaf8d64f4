import { type Attachment, attachmentKind, attachmentKindWords, attachmentLimits, fileName } from '@lianyu/domain/agreements';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { PreviewButton } from '../../files/preview/preview-button.tsx';
import { sizeWords } from '../../files/size-words.ts';
import { MOST_BYTES, upload } from '../../files/upload.ts';
import { explain } from '../../i18n/explain.ts';
import { ApiError } from '../../live/index.ts';
import { Card, Hash, useNames } from '../../ui/index.ts';
import { DraftField, ProblemLine } from './problems.tsx';

interface Props {
  readonly attachments: readonly Attachment[];
  /** Kinds that the template of the mode asks for and that are not attached yet: the first is what a new file is taken for. */
  readonly wanted: readonly Attachment['kind'][];
  readonly onChange: (change: (before: readonly Attachment[]) => Attachment[]) => void;
}

/** The papers behind the text: put in, named, said what each is for, looked at, taken off again. */
export function AttachmentsEditor({ attachments, wanted, onChange }: Props) {
  const { t } = useTranslation();
  const { organisation: own } = useMe();
  const nameOf = useNames();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  const set = (digest: string, change: Partial<Attachment>) =>
    onChange((before) => before.map((each) => (each.digest === digest ? { ...each, ...change } : each)));
  /** A file that is called by what it is for needs no choosing. */
  const named = (name: string) => attachmentKind.options.find((kind) => name.includes(attachmentKindWords[kind].zh));
  async function add(chosen: readonly File[]): Promise<void> {
    setFailed(undefined);
    if (attachments.length + chosen.length > attachmentLimits.count) return setFailed(t('attachments.tooMany'));
    if (chosen.some(({ size }) => size > MOST_BYTES)) return setFailed(t('figures.form.documentTooLarge'));
    setBusy(true);
    try {
      for (const [index, file] of chosen.entries()) {
        const kept = await upload(file);
        if (attachments.some(({ digest }) => digest === kept.digest)) {
          setFailed(t('attachments.twice', { name: kept.name }));
          continue;
        }
        const { digest, mediaType, bytes } = kept;
        const made: Attachment = {
          kind: named(kept.name) ?? wanted[index] ?? 'other',
          name: nameFrom(kept.name),
          mediaType,
          bytes,
          digest,
          from: own,
        };
        onChange((before) => (before.some((each) => each.digest === digest) ? [...before] : [...before, made]));
      }
    } catch (error) {
      setFailed(explain(t, error instanceof ApiError ? error : new ApiError('ANSWER_UNREADABLE')));
    } finally {
      setBusy(false);
    }
  }
  const bytes = attachments.reduce((sum, each) => sum + each.bytes, 0);
  return (
    <Card
      title={t('attachments.title')}
      extra={
        attachments.length > 0 && <span className="muted small">{t('attachments.count', { count: attachments.length, size: sizeWords(bytes) })}</span>
      }
    >
      <p className="muted small" id={`${id}-note`}>
        {t('attachments.note')}
      </p>
      <ProblemLine path="attachments" />
      <ol className="attachments-editor">
        {attachments.map((each, index) => (
          <li key={each.digest}>
            <DraftField path={`attachments.${index}.kind`} label={t('attachments.kind')}>
              {(control) => (
                <Select
                  {...control}
                  value={each.kind}
                  onChange={(kind) => set(each.digest, { kind })}
                  options={attachmentKind.options.map((value) => ({ value, label: t(`attachments.kinds.${value}`) }))}
                />
              )}
            </DraftField>
            <DraftField path={`attachments.${index}.name`} label={t('attachments.name')}>
              {(control) => (
                <Input
                  {...control}
                  maxLength={attachmentLimits.nameCharacters}
                  value={each.name}
                  onChange={(event) => set(each.digest, { name: event.target.value })}
                />
              )}
            </DraftField>
            <div className="row small">
              <span className="muted">
                {sizeWords(each.bytes)} · {each.from === own ? t('attachments.fromOwn') : t('attachments.from', { name: nameOf(each.from) })}
              </span>
              <Hash value={each.digest} digits={8} />
              <PreviewButton file={each} />
              <Button
                size="small"
                disabled={index === 0}
                aria-label={`${t('attachments.up')} ${each.name}`}
                onClick={() => onChange((before) => movedUp(before, each.digest))}
              >
                {t('attachments.up')}
              </Button>
              <Button
                size="small"
                danger
                aria-label={`${t('attachments.remove')} ${each.name}`}
                onClick={() => onChange((before) => before.filter(({ digest }) => digest !== each.digest))}
              >
                {t('attachments.remove')}
              </Button>
            </div>
            <ProblemLine path={`attachments.${index}`} />
          </li>
        ))}
      </ol>
      {attachments.length < attachmentLimits.count && (
        <div className="field files">
          <label htmlFor={id}>{t('attachments.add')}</label>
          <input
            id={id}
            type="file"
            multiple
            disabled={busy}
            accept=".pdf,.ofd,.docx,.xlsx,.png,.jpg,.jpeg,.txt,.csv"
            aria-describedby={`${id}-note`}
            onChange={(event) => {
              void add([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
          <div className="muted small" role="status">
            {busy && t('figures.form.uploading')}
          </div>
        </div>
      )}
      {failed !== undefined && (
        <div className="hint" role="alert">
          {failed}
        </div>
      )}
    </Card>
  );
}

/** The name as it can stand in a text: without what cannot be seen. */
function nameFrom(name: string): string {
  const readable = name.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '').slice(-attachmentLimits.nameCharacters);
  return fileName.safeParse(readable).data ?? '-';
}

function movedUp(attachments: readonly Attachment[], digest: string): Attachment[] {
  const at = attachments.findIndex((each) => each.digest === digest);
  const [one, other] = [attachments[at], attachments[at - 1]];
  return one && other ? [...attachments.slice(0, at - 1), one, other, ...attachments.slice(at + 1)] : [...attachments];
}
