import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../files/upload.ts';
import { formatInstant } from '../i18n/format.ts';
import { measureName, useTreeWords } from '../sharing/form/words/index.ts';
import { actedWords, amountText, Hash, Tag, useNames, usePeople } from '../ui/index.ts';
import { type AnyReport, isFigure, numberOf, periodText, phaseTone } from './numbers.ts';
import { ReportActions } from './report-actions.tsx';

interface Props {
  readonly agreement: string;
  readonly report: AnyReport;
  readonly version: string;
  readonly onClose: () => void;
}

/** One figure or milestone: what it says, by which document, what was said to it, and what one may say now. */
export function Detail({ agreement, report, version, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const words = useTreeWords();
  const nameOf = useNames();
  const number = numberOf(report);
  const what = isFigure(report) ? measureName(report.measure, i18n.language === 'en' ? 'en' : 'zh') : words.choice('milestoneKind', report.kind);
  return (
    <aside className="card figure-detail" aria-label={t('figures.detail.title', { number })}>
      <header>
        <h2>
          {number} {what}
        </h2>
        <Button type="text" onClick={onClose}>
          {t('figures.detail.close')}
        </Button>
      </header>
      <div className="body">
        {isFigure(report) && (
          <div className="big-figure">
            {amountText(report.amount, report.unit)} <small>{t(`sharing.unit.${report.unit}`)}</small>
          </div>
        )}
        <div className="row">
          <Tag tone={phaseTone[report.phase]}>{t(`figures.phase.${report.phase}`)}</Tag>
          {report.awaits.length > 0 && (
            <Tag tone={report.waitsForUs ? 'act' : 'plain'}>
              {report.waitsForUs ? t('figures.waitsForUs') : t('figures.detail.waitsFor', { names: report.awaits.map(nameOf).join('、') })}
            </Tag>
          )}
        </div>
        <Facts report={report} />
        <Story report={report} />
        <ReportActions agreement={agreement} report={report} version={version} />
      </div>
    </aside>
  );
}

function Facts({ report }: { report: AnyReport }) {
  const { t } = useTranslation();
  const documents = isFigure(report) ? [report.document] : report.documents;
  return (
    <dl className="facts">
      {isFigure(report) ? (
        <>
          <dt>{t('figures.column.period')}</dt>
          <dd>{periodText(report.period)}</dd>
          <dt>{t('figures.detail.effectiveOn')}</dt>
          <dd>{report.effectiveOn}</dd>
        </>
      ) : (
        <>
          <dt>{t('figures.column.on')}</dt>
          <dd>{report.on}</dd>
        </>
      )}
      <dt>{t('figures.column.company')}</dt>
      <dd>{report.company ? `${report.company.name} ${report.company.code}` : t('figures.allCompanies')}</dd>
      <dt>{t('figures.detail.document')}</dt>
      <dd className="documents">
        {documents.map((document) => (
          <span key={document.digest}>
            <a href={addressOf(document)} target="_blank" rel="noreferrer">
              {document.name}
            </a>{' '}
            <Hash value={document.digest} digits={8} />
          </span>
        ))}
      </dd>
      {report.note !== '' && (
        <>
          <dt>{t('figures.detail.note')}</dt>
          <dd>{report.note}</dd>
        </>
      )}
      <dt>{t('figures.detail.event')}</dt>
      <dd>
        <Hash value={report.eventId} digits={8} />
      </dd>
    </dl>
  );
}

interface Said {
  readonly at: string;
  readonly party: string;
  readonly member: string | undefined;
  readonly onBehalfOf: string | undefined;
  readonly what: string;
  readonly text: string | undefined;
}

/** Everything that was said to it, in the order of time. */
function Story({ report }: { report: AnyReport }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const said = storyOf(report, (word) => t(`figures.detail.${word}`));
  const personOf = usePeople(said.flatMap(({ member, onBehalfOf }) => [member ?? [], onBehalfOf ?? []].flat()));
  const corrects = isFigure(report) ? report.supersedes : undefined;
  return (
    <>
      {corrects && (
        <p className="small">
          {t('figures.detail.corrects', { number: `F-${corrects.number}` })}：{corrects.reason}
        </p>
      )}
      {report.change !== undefined && <p className="small">{t('figures.detail.correctedBy', { number: `F-${report.change}` })}</p>}
      <ol className="list story">
        {said.map((each) => (
          <li key={`${each.at}${each.party}${each.what}`}>
            <span className="muted small">{formatInstant(each.at)}</span> <b>{nameOf(each.party)}</b> {each.what}
            <span className="muted small"> {actedWords(t, personOf, each)}</span>
            {each.text !== undefined && <div>{each.text}</div>}
          </li>
        ))}
      </ol>
    </>
  );
}

type By = { readonly member?: string | undefined; readonly onBehalfOf?: string | undefined };
const byOf = ({ member, onBehalfOf }: By) => ({ member, onBehalfOf });

function storyOf(report: AnyReport, word: (of: 'reported' | 'confirmed' | 'questioned' | 'answered' | 'withdrawn') => string): Said[] {
  const { party, withdrawal } = report;
  const all: Said[] = [
    { at: report.at, party, ...byOf(report), what: word('reported'), text: undefined },
    ...report.confirmations.map((each) => ({ at: each.at, party: each.party, ...byOf(each), what: word('confirmed'), text: undefined })),
    ...report.questions.flatMap(({ at, party: by, reason, answer, ...who }) => [
      { at, party: by, ...byOf(who), what: word('questioned'), text: reason },
      ...(answer ? [{ at: answer.at, party, ...byOf(answer), what: word('answered'), text: answer.text }] : []),
    ]),
    ...(withdrawal ? [{ at: withdrawal.at, party: withdrawal.party, ...byOf(withdrawal), what: word('withdrawn'), text: withdrawal.reason }] : []),
  ];
  return all.sort((one, other) => (one.at < other.at ? -1 : 1));
}
