import { type ChainStep, standardSteps } from '@lianyu/domain/clearance';
import type { ProcedureDocument } from '@lianyu/projections/folds';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../app/session.tsx';
import { formatDay } from '../i18n/format.ts';
import { useRows } from '../live/index.ts';
import { Card, ErrorState, PageHead, Skeleton, Tag, useNow, usePeople } from '../ui/index.ts';
import { Editor } from './editor.tsx';
import { Pending } from './pending.tsx';
import { Steps } from './steps.tsx';
import './procedure.css';

/** 内部程序: how one's own organisation clears a text. What others have is nobody else's to see. */
export function Component() {
  const { t } = useTranslation();
  const { roles } = useMe();
  const { rows, state, error, retry } = useRows<ProcedureDocument>('organisations', 'procedure');
  const [editing, setEditing] = useState(false);
  const today = formatDay(new Date(useNow()).toISOString());
  const { versions = [], pending } = rows[0]?.body ?? {};
  const personOf = usePeople(versions.flatMap(({ proposedBy, approvedBy }) => [proposedBy, approvedBy]));
  const holds = versions.filter(({ from }) => from <= today).at(-1);
  const steps: readonly ChainStep[] = holds?.steps ?? standardSteps;
  const mayPropose = roles.includes('administrator') && !pending && !editing;
  return (
    <main className="page procedure" id="content">
      <PageHead title={t('procedure.title')} actions={mayPropose && <Button onClick={() => setEditing(true)}>{t('procedure.change')}</Button>} />
      <p className="muted">{t('procedure.note')}</p>
      {error ? (
        <ErrorState error={error} retry={retry} />
      ) : state === 'loading' ? (
        <Skeleton />
      ) : (
        <div className="procedure-columns">
          {pending && <Pending pending={pending} />}
          {editing && <Editor steps={steps} onClose={() => setEditing(false)} />}
          <Card
            title={t('procedure.holds')}
            extra={<Tag tone="ok">{holds ? t('procedure.version', { version: holds.version }) : t('procedure.standard')}</Tag>}
          >
            <Steps steps={steps} />
          </Card>
          {versions.length > 0 && (
            <Card title={t('procedure.versions')}>
              {[...versions].reverse().map(({ version, from, steps: each, proposedBy, approvedBy }) => (
                <details key={version}>
                  <summary>
                    <b>{t('procedure.version', { version })}</b> {t('procedure.from', { from })}{' '}
                    <span className="muted small">
                      {t('procedure.adoptedBy', { proposed: personOf(proposedBy) ?? '', approved: personOf(approvedBy) ?? '' })}
                    </span>
                  </summary>
                  <Steps steps={each} />
                </details>
              ))}
            </Card>
          )}
        </div>
      )}
    </main>
  );
}
