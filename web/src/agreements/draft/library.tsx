import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, Tag } from '../../ui/index.ts';
import { libraryClause } from '../begin/from-template.ts';
import { useAgreementTemplates } from '../begin/use-agreement-templates.ts';
import type { DraftClause } from './model.ts';

/** 条款库: clauses to find and put in; the words are ours and there to be changed. */
export function Library({ clauses, onInsert }: { clauses: readonly DraftClause[]; onInsert: (clause: DraftClause) => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const templates = useAgreementTemplates();
  const [opened, setOpened] = useState(false);
  const [words, setWords] = useState('');
  const wanted = words.trim();
  const shown = templates?.clauseLibrary.filter(({ heading, text }) => `${heading.zh}${text}`.includes(wanted)) ?? [];
  const taken = clauses.map(({ id }) => id);
  return (
    <Card
      title={t('begin.library')}
      extra={
        <Button size="small" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {t(opened ? 'common.close' : 'begin.search')}
        </Button>
      }
      className="clause-library"
    >
      {opened && (
        <>
          <Input
            allowClear
            aria-label={t('begin.search')}
            placeholder={t('begin.search')}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          {shown.length === 0 && <p className="muted small">{t('begin.none')}</p>}
          <ul>
            {shown.map(({ id, heading, text }) => (
              <li key={id}>
                <b>{heading.zh}</b> <Tag tone="neutral">{t('begin.ours')}</Tag>{' '}
                <Button
                  size="small"
                  aria-label={`${t('begin.insert')} ${heading.zh}`}
                  onClick={() => {
                    for (const clause of templates ? libraryClause(templates, id, taken) : []) onInsert(clause);
                    void message.success(t('begin.inserted', { heading: heading.zh }));
                  }}
                >
                  {t('begin.insert')}
                </Button>
                <div className="muted small">{text}</div>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
