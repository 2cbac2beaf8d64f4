import { draft as keptDraft } from '@lianyu/contract';
import { Button, Steps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useMe } from '../../app/session.tsx';
import { put } from '../../live/index.ts';
import { PageHead, Skeleton } from '../../ui/index.ts';
import { PartiesEditor } from '../draft/parties-editor.tsx';
import { AttachmentsStep, ClausesStep, ModeStep, TermsStep } from './begin-steps.tsx';
import { type Chosen, draftFromTemplate } from './from-template.ts';
import { type AgreementTemplates, useAgreementTemplates } from './use-agreement-templates.ts';
import './begin.css';

const steps = ['mode', 'parties', 'template', 'terms', 'attachments'] as const;

/** 新建协议 step by step: from the mode to a private draft, which is kept and opened. */
export function Component() {
  const templates = useAgreementTemplates();
  return templates ? <Begin templates={templates} /> : <Skeleton />;
}

function Begin({ templates }: { templates: AgreementTemplates }) {
  const { t } = useTranslation();
  const { organisation } = useMe();
  const navigate = useNavigate();
  const [at, setAt] = useState(0);
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [chosen, setChosen] = useState<Chosen>(() => ({
    title: '',
    ...ofMode(templates, 'co-built-park'),
    parties: [
      { key: 'p1', organisation, side: 'origin' },
      { key: 'p2', organisation: '', side: 'destination' },
    ],
  }));
  const set = (change: Partial<Chosen>) => setChosen((before) => ({ ...before, ...change }));
  const template = templates.agreementTemplates.find(({ mode }) => mode === chosen.mode);
  const step = steps[at];
  async function start(): Promise<void> {
    setBusy(true);
    setFailed(false);
    const id = crypto.randomUUID();
    try {
      await put(`/api/drafts/${id}`, { revision: 0, content: draftFromTemplate(templates, chosen) }, keptDraft);
      void navigate(`/drafts/${id}`);
    } catch {
      setFailed(true);
      setBusy(false);
    }
  }
  if (!template) return null;
  const shared = { templates, template, chosen, set };
  return (
    <main className="page begin" id="content">
      <PageHead over={t('agreements.draft.private')} title={t('begin.title')} actions={<Link to="/agreements/new">{t('begin.blank')}</Link>} />
      <Steps current={at} size="small" responsive items={steps.map((name) => ({ title: t(`begin.steps.${name}`) }))} />
      {step === 'mode' && <ModeStep {...shared} choose={(mode) => set(ofMode(templates, mode))} />}
      {step === 'parties' && <PartiesEditor parties={chosen.parties} fixed={false} onChange={(parties) => set({ parties })} />}
      {step === 'template' && <ClausesStep {...shared} />}
      {step === 'terms' && <TermsStep {...shared} />}
      {step === 'attachments' && <AttachmentsStep {...shared} />}
      {failed && (
        <div className="refusal" role="alert">
          {t('begin.failed')}
        </div>
      )}
      <div className="row">
        <Button disabled={at === 0} onClick={() => setAt(at - 1)}>
          {t('begin.back')}
        </Button>
        {at < steps.length - 1 ? (
          <Button type="primary" onClick={() => setAt(at + 1)}>
            {t('begin.next')}
          </Button>
        ) : (
          <Button type="primary" loading={busy} onClick={() => void start()}>
            {t('begin.start')}
          </Button>
        )}
      </div>
    </main>
  );
}

function ofMode({ agreementTemplates }: AgreementTemplates, mode: Chosen['mode']): Pick<Chosen, 'mode' | 'clauses' | 'attachments'> {
  const template = agreementTemplates.find((each) => each.mode === mode);
  return { mode, clauses: template?.clauses ?? [], attachments: template?.attachments ?? [] };
}
