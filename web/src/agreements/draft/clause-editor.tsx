import { chineseNumeral } from '@lianyu/domain/agreements';
import { Button, Input } from 'antd';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftClause, DraftParty } from './model.ts';
import { anchorOf, DraftField } from './problems.tsx';
import { SharingSummary } from './sharing-summary.tsx';

interface Props {
  readonly clause: DraftClause;
  readonly index: number;
  readonly count: number;
  readonly parties: readonly DraftParty[];
  readonly onChange: (clause: DraftClause) => void;
  readonly onEdit: () => void;
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
}

/** One clause: heading and text, or its sharing term. */
export function ClauseEditor({ clause, index, count, parties, onChange, onEdit, onMove, onRemove }: Props) {
  const { t, i18n } = useTranslation();
  const { id, heading, text, sharing } = clause;
  const number = i18n.language === 'en' ? t('agreements.draft.clauseNumber', { number: index + 1 }) : `第${chineseNumeral(index + 1)}条`;
  const path = `clauses.${index}`;
  const keys = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut beside the buttons, which do the same
    <section className="card clause-editor" data-clause={id} id={anchorOf(path)} onKeyDown={keys}>
      <header>
        <h3>
          {number} <span className="muted">{heading.zh}</span>
        </h3>
        <span className="row">
          <Button size="small" data-move="-1" disabled={index === 0} aria-label={`${t('agreements.draft.up')} ${number}`} onClick={() => onMove(-1)}>
            {t('agreements.draft.up')}
          </Button>
          <Button
            size="small"
            data-move="1"
            disabled={index === count - 1}
            aria-label={`${t('agreements.draft.down')} ${number}`}
            onClick={() => onMove(1)}
          >
            {t('agreements.draft.down')}
          </Button>
          <Button size="small" danger disabled={count === 1} aria-label={`${t('agreements.draft.remove')} ${number}`} onClick={onRemove}>
            {t('agreements.draft.remove')}
          </Button>
        </span>
      </header>
      <div className="body">
        <div className="grid-2">
          <DraftField path={`${path}.heading.zh`} label={t('agreements.draft.heading')}>
            {(control) => (
              <Input
                {...control}
                maxLength={200}
                value={heading.zh}
                onChange={(event) => onChange({ ...clause, heading: { ...heading, zh: event.target.value } })}
              />
            )}
          </DraftField>
          <DraftField path={`${path}.heading.en`} label={t('agreements.draft.headingEn')}>
            {(control) => (
              <Input
                {...control}
                lang="en"
                maxLength={300}
                value={heading.en}
                onChange={(event) => onChange({ ...clause, heading: { ...heading, en: event.target.value } })}
              />
            )}
          </DraftField>
        </div>
        {sharing ? (
          <SharingSummary path={`${path}.body.term`} sharing={sharing} parties={parties} onEdit={onEdit} />
        ) : (
          <>
            <DraftField path={`${path}.body.text.zh`} label={t('agreements.draft.textZh')}>
              {(control) => (
                <Input.TextArea
                  {...control}
                  lang="zh-CN"
                  autoSize={{ minRows: 2, maxRows: 14 }}
                  maxLength={8000}
                  value={text.zh}
                  onChange={(event) => onChange({ ...clause, text: { ...text, zh: event.target.value } })}
                />
              )}
            </DraftField>
            <details className="english" open={text.en !== ''}>
              <summary>{t('agreements.draft.english')}</summary>
              <DraftField path={`${path}.body.text.en`} label={t('agreements.draft.textEn')}>
                {(control) => (
                  <Input.TextArea
                    {...control}
                    lang="en"
                    autoSize={{ minRows: 2, maxRows: 10 }}
                    maxLength={12000}
                    value={text.en}
                    onChange={(event) => onChange({ ...clause, text: { ...text, en: event.target.value } })}
                  />
                )}
              </DraftField>
            </details>
          </>
        )}
      </div>
    </section>
  );
}
