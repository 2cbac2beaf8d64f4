import { type QuotaDryRun, quotaDryRun } from '@lianyu/contract';
import { resourceUnits } from '@lianyu/domain/resources';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { FileField } from '../../files/file-field.tsx';
import type { KeptFile } from '../../files/upload.ts';
import { explain } from '../../i18n/explain.ts';
import { ApiError, post } from '../../live/index.ts';
import { amountText, Card, ErrorState, PageHead, Skeleton, Tag, useCommand, useNames } from '../../ui/index.ts';
import { useWords } from '../words.ts';

const tone = { accepted: 'ok', refused: 'fail', 'against-rules': 'fail', duplicate: 'wait', skipped: 'neutral' } as const;
type Fate = QuotaDryRun['rows'][number];

/** Allotments from a table: first what would become of each row, then all of them or none. */
export function Component() {
  const { t } = useWords();
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const [document] = files;
  return (
    <main className="page" id="content">
      <PageHead title={t('resources.import')} over={<Link to="/policy/resources">{t('tab.resources')}</Link>} />
      <Card>
        <p className="muted small">{t('resources.importing.columns')}</p>
        <FileField label={t('resources.importing.file')} files={files} onChange={setFiles} accept=".csv,.xlsx" />
      </Card>
      {document && <DryRun key={document.digest} document={document} />}
    </main>
  );
}

function DryRun({ document }: { document: KeptFile }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { give, busy, refusal } = useCommand();
  const [skip, setSkip] = useState<readonly number[]>([]);
  const file = { document, skip: [...skip] };
  const asked = useQuery({
    queryKey: ['quotas/dry-run', file],
    queryFn: () => post('/api/quotas/dry-run', file, quotaDryRun),
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (asked.error)
    return (
      <ErrorState error={asked.error instanceof ApiError ? asked.error : new ApiError('ANSWER_UNREADABLE')} retry={() => void asked.refetch()} />
    );
  if (!asked.data) return <Skeleton />;
  const { rows, counts, complete } = asked.data;
  const others = rows.filter(({ fate }) => fate !== 'accepted' && fate !== 'skipped').map(({ line }) => line);
  return (
    <Card title={t('resources.importing.dryRun')}>
      <div className="row">
        {(Object.keys(tone) as Fate['fate'][]).map((fate) =>
          counts[fate] ? (
            <Tag key={fate} tone={tone[fate]}>
              {t(`resources.importing.fate.${fate}`)} {counts[fate]}
            </Tag>
          ) : null,
        )}
        {others.length > 0 && (
          <Button size="small" onClick={() => setSkip([...skip, ...others])}>
            {t('resources.importing.leaveOut')}
          </Button>
        )}
      </div>
      <div className="table-scroll">
        <table className="data">
          <thead>
            <tr>
              <th scope="col" className="num">
                {t('resources.importing.line')}
              </th>
              <th scope="col">{t('resources.importing.what')}</th>
              <th scope="col">{t('resources.importing.read')}</th>
              <th scope="col">{t('resources.importing.leftOut')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.line}>
                <td className="num">{row.line}</td>
                <td>
                  <Tag tone={tone[row.fate]}>{t(`resources.importing.fate.${row.fate}`)}</Tag>
                </td>
                <td className="small">
                  <Because row={row} />
                </td>
                <td>
                  <Checkbox
                    checked={row.fate === 'skipped'}
                    aria-label={`${t('resources.importing.leftOut')} ${row.line}`}
                    onChange={({ target }) => setSkip(target.checked ? [...skip, row.line] : skip.filter((line) => line !== row.line))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {refusal !== undefined && (
        <p role="alert" className="refusal">
          {refusal}
        </p>
      )}
      <Button
        type="primary"
        loading={busy}
        disabled={!complete || asked.isPlaceholderData}
        onClick={() => void give('import-quotas', file).then((sent) => sent && void navigate('/policy/resources'))}
      >
        {t('resources.importing.send', { count: counts.accepted ?? 0 })}
      </Button>
    </Card>
  );
}

function Because({ row }: { row: Fate }) {
  const { t } = useWords();
  const { t: common } = useTranslation();
  const nameOf = useNames();
  switch (row.fate) {
    case 'accepted': {
      const { zone, year, resource, pool, amount, basis } = row.row;
      const unit = resourceUnits[resource];
      return (
        <>
          {nameOf(zone)} {year} {t(`resources.of.${resource}`)} {t(`resources.pool.${pool}`)} <b>{amountText(amount, unit)}</b>{' '}
          {common(`sharing.unit.${unit}`)} {basis.documentNumber}
        </>
      );
    }
    case 'refused':
      return (
        <span className="refusal">
          {row.problems
            .map(
              ({ field, problem }) =>
                `${t(`resources.importing.field.${field as 'zone'}`)}：${problem === 'organisation-unknown' ? t('resources.importing.unknownZone') : common(`figures.importing.problem.${problem as 'missing'}`)}`,
            )
            .join('；')}
        </span>
      );
    case 'against-rules':
      return <span className="refusal">{explain(common, row.refusal, nameOf)}</span>;
    case 'duplicate':
      return <>{t('resources.importing.sameAs', { line: row.of })}</>;
    case 'skipped':
      return null;
  }
}
