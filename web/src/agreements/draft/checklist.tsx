import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/index.ts';
import { libraryClause, missingIn } from '../begin/from-template.ts';
import { useAgreementTemplates } from '../begin/use-agreement-templates.ts';
import type { Draft, DraftClause } from './model.ts';

/** What an agreement of this mode must speak of and the draft does not yet, each a way to put it in. */
export function Checklist({ draft, onInsert }: { draft: Draft; onInsert: (clause: DraftClause) => void }) {
  const { t, i18n } = useTranslation();
  const templates = useAgreementTemplates();
  if (!templates) return null;
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const { subjects, attachments } = missingIn(templates, draft);
  return (
    <Card title={t('begin.checklist')} className="checklist">
      {subjects.length === 0 && attachments.length === 0 && <p className="muted small">{t('begin.complete')}</p>}
      {subjects.length > 0 && (
        <>
          <div className="muted small">{t('begin.missingSubjects')}</div>
          <div className="row">
            {subjects.map(({ id, name }) => (
              <Button
                key={id}
                size="small"
                aria-label={`${t('begin.insert')} ${name[language]}`}
                onClick={() => libraryClause(templates, id).map(onInsert)}
              >
                + {name[language]}
              </Button>
            ))}
          </div>
        </>
      )}
      {attachments.length > 0 && (
        <>
          <div className="muted small">{t('begin.missingAttachments')}</div>
          <div className="small">{attachments.map(({ name }) => name[language]).join('、')}</div>
        </>
      )}
    </Card>
  );
}
