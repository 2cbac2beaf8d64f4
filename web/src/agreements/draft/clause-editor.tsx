import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/index.ts';
import type { DraftClause } from './editing.ts';
import { Field } from './field.tsx';
import { SharingEditor } from './sharing-editor.tsx';

interface Props {
  readonly clause: DraftClause;
  readonly index: number;
  readonly last: boolean;
  readonly parties: readonly string[];
  readonly onChange: (clause: DraftClause) => void;
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
}

/** One clause: heading and text, or its sharing term; moved and removed by buttons that a keyboard reaches. */
export function ClauseEditor({ clause, index, last, parties, onChange, onMove, onRemove }: Props) {
  const { t } = useTranslation();
  const { heading, text, sharing } = clause;
  return (
    <Card
      title={`${index + 1}. ${heading.zh}`}
      extra={
        <span className="row">
          <Button size="small" disabled={index === 0} onClick={() => onMove(-1)}>
            {t('agreements.draft.up')}
          </Button>
          <Button size="small" disabled={last} onClick={() => onMove(1)}>
            {t('agreements.draft.down')}
          </Button>
          <Button size="small" danger onClick={onRemove}>
            {t('agreements.draft.remove')}
          </Button>
        </span>
      }
    >
      <Field label={t('agreements.draft.heading')}>{(id) => <Input id={id} maxLength={200} value={heading.zh} onChange={(event) => onChange({ ...clause, heading: { ...heading, zh: event.target.value } })} />}</Field>
      {sharing ? (
        <SharingEditor sharing={sharing} parties={parties} onChange={(next) => onChange({ ...clause, sharing: next })} />
      ) : (
        <>
          <Field label={t('agreements.draft.textZh')}>{(id) => <Input.TextArea id={id} autoSize={{ minRows: 2, maxRows: 12 }} maxLength={8000} value={text.zh} onChange={(event) => onChange({ ...clause, text: { ...text, zh: event.target.value } })} />}</Field>
          <Field label={t('agreements.draft.textEn')}>{(id) => <Input.TextArea id={id} autoSize={{ minRows: 1, maxRows: 8 }} maxLength={12000} value={text.en} onChange={(event) => onChange({ ...clause, text: { ...text, en: event.target.value } })} />}</Field>
        </>
      )}
    </Card>
  );
}
