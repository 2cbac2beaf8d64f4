import { negotiationId } from '@lianyu/domain/kernel';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { Card, ErrorState, Field, PageHead, Skeleton, useCommand } from '../ui/index.ts';
import { ReportForm } from './report-form.tsx';
import { emptyFigure, figureFrom, typedFrom } from './typed-figure.ts';
import { useFigures } from './use-figures.ts';
import { useMeasuresInTerms } from './use-measures.ts';
import './figures.css';

/** Reporting a figure by form, or what is to take the place of one. */
export function Component() {
  const { agreement = '' } = useParams();
  const [search] = useSearchParams();
  const restates = Number(search.get('restates') ?? 0);
  const { state, error, retry, reported } = useFigures(agreement);
  if (state === 'failed' && error) return <ErrorState error={error} retry={retry} />;
  if (state === 'loading') return <Skeleton />;
  const old = reported.figures.find(({ number }) => number === restates);
  return <Report key={restates} agreement={agreement} old={old} />;
}

function Report({ agreement, old }: { agreement: string; old: ReturnType<typeof useFigures>['reported']['figures'][number] | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { give, busy, refusal } = useCommand();
  const inTerms = useMeasuresInTerms(agreement);
  const [typed, setTyped] = useState(() => (old ? typedFrom(old) : emptyFigure));
  const [reason, setReason] = useState('');
  const figure = figureFrom(typed);
  const back = `/figures?agreement=${agreement}`;
  const ready = figure !== undefined && (!old || reason.trim() !== '');
  const send = async (another: boolean) => {
    if (!figure || !ready) return;
    const restates = old ? { restates: { supersedes: old.number, reason: reason.trim() } } : {};
    const answer = await give('report-figures', { agreement: negotiationId.parse(agreement), figures: [{ figure, ...restates }] });
    if (!answer) return;
    void message.success(t('figures.form.sent'));
    if (another) setTyped({ ...emptyFigure, measure: typed.measure, from: typed.from, to: typed.to, effectiveOn: typed.effectiveOn });
    else void navigate(back);
  };
  return (
    <main className="page" id="content">
      <PageHead
        over={<Link to={back}>{t('figures.title')}</Link>}
        title={old ? t('figures.form.restateTitle', { number: `F-${old.number}` }) : t('figures.form.title')}
      />
      <Card>
        {old && <p className="plain-words">{t('figures.form.restateHint')}</p>}
        <ReportForm
          typed={typed}
          inTerms={inTerms}
          restates={old !== undefined}
          onChange={(change) => setTyped((before) => ({ ...before, ...change }))}
        />
        {old && (
          <Field label={t('figures.form.reason')}>
            {(ids) => <Input.TextArea {...ids} rows={3} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />}
          </Field>
        )}
        {refusal !== undefined && (
          <p role="alert" className="refusal">
            {refusal}
          </p>
        )}
        <div className="row">
          <Button type="primary" disabled={!ready} loading={busy} onClick={() => void send(false)}>
            {old ? t('figures.act.restate') : t('figures.form.send')}
          </Button>
          {!old && (
            <Button disabled={!ready || busy} onClick={() => void send(true)}>
              {t('figures.form.another')}
            </Button>
          )}
          {!ready && <span className="muted small">{t('figures.form.incomplete')}</span>}
        </div>
      </Card>
    </main>
  );
}
