import { type ImportDryRun, importDryRun } from '@lianyu/contract';
import { negotiationId } from '@lianyu/domain/kernel';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { FileField } from '../files/file-field.tsx';
import type { KeptFile } from '../files/upload.ts';
import { ApiError, post } from '../live/index.ts';
import { Card, ErrorState, Field, PageHead, Skeleton, useCommand } from '../ui/index.ts';
import { Fates } from './import-fates.tsx';
import { sampleAddress } from './import-sample.ts';
import './figures.css';

/** Figures out of a file: what would become of every row is shown before anything is recorded, and then all of them are, or none. */
export function Component() {
  const { agreement = '' } = useParams();
  const { t } = useTranslation();
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const [document] = files;
  return (
    <main className="page figures" id="content">
      <PageHead over={<Link to={`/figures?agreement=${agreement}`}>{t('figures.title')}</Link>} title={t('figures.importing.title')} />
      <Card>
        <p className="plain-words">{t('figures.importing.about')}</p>
        <FileField label={t('figures.importing.file')} files={files} accept=".csv,.xlsx" hint={t('figures.importing.fileHint')} onChange={setFiles} />
        <a href={sampleAddress} download="figures.csv">
          {t('figures.importing.sample')}
        </a>
      </Card>
      {document && <Importing key={document.digest} agreement={agreement} document={document} />}
    </main>
  );
}

function Importing({ agreement, document }: { agreement: string; document: KeptFile }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { give, busy, refusal } = useCommand();
  const [sheet, setSheet] = useState<string>();
  const [skip, setSkip] = useState<readonly number[]>([]);
  const file = { document, ...(sheet === undefined ? {} : { sheet }), skip: [...skip] };
  const path = `/api/agreements/${agreement}/figures/dry-run`;
  const asked = useQuery({
    queryKey: [path, file],
    queryFn: () => post(path, file, importDryRun),
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (asked.error)
    return (
      <ErrorState error={asked.error instanceof ApiError ? asked.error : new ApiError('ANSWER_UNREADABLE')} retry={() => void asked.refetch()} />
    );
  if (!asked.data) return <Skeleton />;
  const run = asked.data;
  const others = run.rows.filter(({ fate }) => fate !== 'accepted' && fate !== 'skipped').map(({ line }) => line);
  const accepted = run.counts.accepted ?? 0;
  const send = async () => {
    if (!(await give('import-figures', { agreement: negotiationId.parse(agreement), ...file }))) return;
    void message.success(t('figures.form.sent'));
    void navigate(`/figures?agreement=${agreement}`);
  };
  return (
    <Card title={t('figures.importing.dryRun')}>
      <Source run={run} onSheet={setSheet} />
      {others.length > 0 && (
        <div className="row">
          <span className="hint" role="status">
            {t('figures.importing.openRows', { count: others.length })}
          </span>
          <Button size="small" onClick={() => setSkip([...skip, ...others])}>
            {t('figures.importing.leaveOut')}
          </Button>
        </div>
      )}
      <Fates run={run} onLeaveOut={(line, out) => setSkip(out ? [...skip, line] : skip.filter((each) => each !== line))} />
      {refusal !== undefined && (
        <p role="alert" className="refusal">
          {refusal}
        </p>
      )}
      <div className="row">
        <Button type="primary" loading={busy} disabled={!run.complete || accepted === 0 || asked.isPlaceholderData} onClick={() => void send()}>
          {t('figures.importing.send', { count: accepted })}
        </Button>
        {!run.complete && <span className="muted small">{t('figures.importing.notComplete')}</span>}
        {run.complete && accepted === 0 && <span className="muted small">{t('figures.importing.nothing')}</span>}
      </div>
    </Card>
  );
}

/** What kind of file it is, and which of its columns were understood. */
function Source({ run: { source, header }, onSheet }: { run: ImportDryRun; onSheet: (sheet: string) => void }) {
  const { t } = useTranslation();
  return (
    <>
      {source.format === 'xlsx' && source.sheets.length > 1 && (
        <Field label={t('figures.importing.sheet')}>
          {(ids) => <Select {...ids} value={source.sheet} onChange={onSheet} options={source.sheets.map((value) => ({ value, label: value }))} />}
        </Field>
      )}
      <p className="muted small">
        {source.format === 'csv' ? `CSV · ${source.encoding}` : `XLSX · ${source.sheet}`} ·{' '}
        {t('figures.importing.columns', { names: header.columns.map((column) => column.header).join('、') })}
        {header.ignored.length > 0 && ` · ${t('figures.importing.ignored', { names: header.ignored.join('、') })}`}
      </p>
    </>
  );
}
