import { negotiationId } from '@lianyu/domain/kernel';
import { milestoneKind } from '@lianyu/domain/sharing';
import { App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { FileField } from '../files/file-field.tsx';
import type { KeptFile } from '../files/upload.ts';
import { useTreeWords } from '../sharing/form/words/index.ts';
import { Card, Field, PageHead, useCommand } from '../ui/index.ts';
import { CompanyFields } from './report-form.tsx';
import { milestoneFrom } from './typed-figure.ts';
import './figures.css';

const empty = { kind: '', on: '', companyCode: '', companyName: '', documents: [] as readonly KeptFile[], note: '' };

/** Reporting that a milestone has come: clocks start by it once the other side has confirmed it. */
export function Component() {
  const { t } = useTranslation();
  const { agreement = '' } = useParams();
  const words = useTreeWords();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { give, busy, refusal } = useCommand();
  const [typed, setTyped] = useState(empty);
  const set = (change: Partial<typeof empty>) => setTyped((before) => ({ ...before, ...change }));
  const milestone = milestoneFrom(typed);
  const back = `/figures?agreement=${agreement}&kind=milestone`;
  const send = async () => {
    if (!milestone) return;
    const answer = await give('report-milestone', { agreement: negotiationId.parse(agreement), milestone });
    if (!answer) return;
    void message.success(t('figures.form.sent'));
    void navigate(back);
  };
  return (
    <main className="page" id="content">
      <PageHead over={<Link to={back}>{t('figures.title')}</Link>} title={t('figures.reportMilestone')} />
      <Card>
        <div className="figure-form">
          <Field label={t('figures.form.milestone')}>
            {(ids) => (
              <Select
                {...ids}
                value={typed.kind === '' ? null : typed.kind}
                placeholder={t('sharing.choose')}
                onChange={(kind: string) => set({ kind })}
                options={milestoneKind.options.map((kind) => ({ value: kind as string, label: words.choice('milestoneKind', kind) }))}
              />
            )}
          </Field>
          <Field label={t('figures.form.on')}>
            {(ids) => <Input {...ids} type="date" value={typed.on} onChange={(event) => set({ on: event.target.value })} />}
          </Field>
          <CompanyFields typed={typed} onChange={set} />
          <div className="whole">
            <FileField label={t('figures.detail.documents')} files={typed.documents} most={10} onChange={(documents) => set({ documents })} />
          </div>
          <div className="whole">
            <Field label={t('figures.form.note')}>
              {(ids) => <Input {...ids} maxLength={500} value={typed.note} onChange={(event) => set({ note: event.target.value })} />}
            </Field>
          </div>
        </div>
        {refusal !== undefined && (
          <p role="alert" className="refusal">
            {refusal}
          </p>
        )}
        <Button type="primary" disabled={!milestone} loading={busy} onClick={() => void send()}>
          {t('figures.form.send')}
        </Button>{' '}
        {!milestone && <span className="muted small">{t('figures.form.incomplete')}</span>}
      </Card>
    </main>
  );
}
