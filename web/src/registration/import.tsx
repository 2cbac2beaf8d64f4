import { type PaperDryRun, type PaperFate, paperDryRun } from '@lianyu/contract';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { FileField } from '../files/file-field.tsx';
import type { KeptFile } from '../files/upload.ts';
import { explain } from '../i18n/explain.ts';
import { ApiError, post } from '../live/index.ts';
import { Card, ErrorState, PageHead, Tag, useCommand, useNames } from '../ui/index.ts';
import { signedOnText } from './signed-on.ts';
import './registration.css';

/** A file of paper agreements: what would become of each row, and then all of them, or none. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { give, busy, refusal } = useCommand();
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const [skip, setSkip] = useState<readonly number[]>([]);
  const [document] = files;
  const found = useQuery({
    queryKey: ['papers', document?.digest, skip],
    enabled: document !== undefined,
    queryFn: () => post('/api/registrations/dry-run', { document, skip }, paperDryRun),
    placeholderData: (before) => before,
    retry: false,
  });
  const answer = document ? found.data : undefined;
  const accepted = answer?.counts.accepted ?? 0;

  async function bringIn(): Promise<void> {
    if (!document || !answer?.complete) return;
    const given = await give('import-papers', { document, skip: [...skip] });
    if (!given) return;
    void message.success(t('registration.import.done', { count: accepted }));
    void navigate('/agreements?registered=true');
  }
  return (
    <main className="page" id="content">
      <PageHead over={<Link to="/agreements">{t('agreements.title')}</Link>} title={t('registration.import.title')} />
      <Card>
        <p className="plain-words">{t('registration.import.over')}</p>
        <p className="muted small">{t('registration.import.columns')}</p>
        <FileField
          label={t('registration.import.file')}
          files={files}
          onChange={(next) => {
            setFiles(next);
            setSkip([]);
          }}
        />
      </Card>
      {document && found.error && (
        <ErrorState error={found.error instanceof ApiError ? found.error : new ApiError('ANSWER_UNREADABLE')} retry={() => void found.refetch()} />
      )}
      {document && !found.error && !answer && <p className="muted">{t('registration.import.running')}</p>}
      {answer && !found.error && (
        <>
          <DryRunTable answer={answer} skip={skip} onSkip={setSkip} />
          {refusal !== undefined && (
            <p role="alert" className="refusal">
              {refusal}
            </p>
          )}
          <div className="import-actions">
            <Button type="primary" loading={busy} disabled={!answer.complete || found.isFetching} onClick={() => void bringIn()}>
              {t('registration.import.submit', { count: accepted })}
            </Button>
            {!answer.complete && <span className="muted small">{t('registration.import.incomplete')}</span>}
          </div>
        </>
      )}
    </main>
  );
}

const tones = { accepted: 'ok', refused: 'fail', 'against-rules': 'fail', duplicate: 'wait', skipped: 'neutral' } as const;

function DryRunTable({ answer, skip, onSkip }: { answer: PaperDryRun; skip: readonly number[]; onSkip: (skip: readonly number[]) => void }) {
  const { t } = useTranslation();
  const { rows, counts, header } = answer;
  const rest = rows.length - (counts.accepted ?? 0) - (counts.skipped ?? 0);
  return (
    <Card
      title={t('registration.import.counts', { accepted: counts.accepted ?? 0, skipped: counts.skipped ?? 0, rest })}
      flush
      extra={
        header.ignored.length > 0 && <span className="muted small">{t('registration.import.ignored', { names: header.ignored.join('、') })}</span>
      }
    >
      <table className="data">
        <thead>
          <tr>
            <th scope="col" className="num">
              {t('registration.import.line')}
            </th>
            <th scope="col">{t('registration.import.row')}</th>
            <th scope="col">{t('registration.import.fate')}</th>
            <th scope="col">{t('registration.import.skip')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line} className="import-row">
              <td className="num">{row.line}</td>
              <td>
                <b>{row.title}</b>
                {row.fate === 'accepted' && <Between row={row} />}
              </td>
              <td>
                <Tag tone={tones[row.fate]}>{t(`registration.import.${row.fate}`)}</Tag>
                <Why row={row} />
              </td>
              <td>
                <Checkbox
                  aria-label={t('registration.import.skipRow', { line: row.line })}
                  checked={skip.includes(row.line)}
                  onChange={({ target }) => onSkip(target.checked ? [...skip, row.line] : skip.filter((line) => line !== row.line))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Between({ row }: { row: Extract<PaperFate, { fate: 'accepted' }> }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  return (
    <div className="muted small">
      {t('registration.import.between', { parties: row.parties.map(nameOf).join(' — '), date: signedOnText(t, row.signedOn) })}
    </div>
  );
}

/** Why a row is not taken, by field. */
function Why({ row }: { row: PaperFate }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  switch (row.fate) {
    case 'refused':
      return (
        <ul className="small">
          {row.problems.map(({ field, problem, data }) => (
            <li key={`${field}/${problem}/${data?.['name']}`}>
              {t(`registration.import.field.${field}`)}：
              {t(`registration.import.problem.${problem}`, {
                name: String(data?.['name'] ?? ''),
                limit: String(data?.['limit'] ?? ''),
              })}
            </li>
          ))}
        </ul>
      );
    case 'against-rules':
      return <div className="small">{explain(t, row.refusal, nameOf)}</div>;
    case 'duplicate':
      return (
        <div className="small">
          {'line' in row.of ? (
            t('registration.import.duplicateOfLine', { line: row.of.line })
          ) : (
            <Link to={`/agreements/${row.of.registration}`}>{t('registration.import.duplicateOf')}</Link>
          )}
        </div>
      );
    default:
      return null;
  }
}
