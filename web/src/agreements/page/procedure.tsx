import type { StepRecord } from '@lianyu/domain/clearance';
import type { ClearancePage } from '@lianyu/projections/folds';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatInstant } from '../../i18n/format.ts';
import { actedWords, Card, Hash, Tag, usePeople } from '../../ui/index.ts';
import { procedureTone } from '../tones.ts';

/** One's own party's internal procedure, step by step with what was recorded. Nobody else sees it. */
export function Procedure({ clearance }: { clearance: ClearancePage }) {
  const { t } = useTranslation();
  const { state, next, due, procedure, consulted, passed, returned } = clearance;
  const personOf = usePeople(
    [...passed, ...consulted, ...(returned ? [returned] : [])].flatMap(({ member, onBehalfOf }) => [member, ...(onBehalfOf ? [onBehalfOf] : [])]),
  );
  return (
    <Card title={t('agreements.page.procedure')} extra={<Tag tone={procedureTone[state]}>{t(`agreements.procedure.${state}`)}</Tag>}>
      <p className="muted small private">
        {t('agreements.page.procedureNote')}{' '}
        <Link to="/procedure">{procedure.version === 0 ? t('procedure.byStandard') : t('procedure.byVersion', { version: procedure.version })}</Link>
      </p>
      {returned && (
        <p role="status" className="returned">
          <b>{t('agreements.procedure.returned', { step: t(`terms.step.${returned.step}`) })}</b>
          <br />
          {returned.reason}
          <br />
          <span className="small">{[actedWords(t, personOf, returned), formatInstant(returned.at)].filter(Boolean).join(' · ')}</span>
        </p>
      )}
      <ol className={`chain ${state}`}>
        {procedure.steps.map((each) => {
          const { step } = each;
          const done = passed.find(({ record }) => record.step === step);
          const now = next === step && state === 'open';
          return (
            <li key={step} className={done ? 'done' : now ? 'now' : ''} aria-current={now ? 'step' : undefined}>
              <b>{t(`terms.step.${step}`)}</b>
              {now && due && (
                <div className="small">
                  {t('procedure.due', { date: due.dueOn })}
                  {due.provisional && <span className="muted">（{t('procedure.provisional')}）</span>}
                </div>
              )}
              {now && each.step === 'consultation' && each.departments.length > 0 && (
                <Departments names={each.departments} consulted={consulted} personOf={personOf} />
              )}
              {done && (
                <div className="muted small">
                  <div>{[detailOf(done.record, t), done.record.note].filter(Boolean).join(t('agreements.sharing.semicolon'))}</div>
                  {done.record.step === 'collective-decision' && done.record.minutes !== undefined && (
                    <div>
                      {t('agreements.ask.minutes')} <Hash value={done.record.minutes} />
                    </div>
                  )}
                  <div>{[actedWords(t, personOf, done), formatInstant(done.at)].filter(Boolean).join(' · ')}</div>
                </div>
              )}
            </li>
          );
        })}
      </ol>
      {procedure.left.length > 0 && (
        <p className="muted small">{t('procedure.left', { steps: procedure.left.map(({ step }) => t(`terms.step.${step}`)).join('、') })}</p>
      )}
    </Card>
  );
}

interface Asked {
  readonly names: readonly string[];
  readonly consulted: ClearancePage['consulted'];
  readonly personOf: (member: string) => string | undefined;
}

/** The departments that are asked at the same time, with the answers that are there. */
function Departments({ names, consulted, personOf }: Asked) {
  return (
    <ul className="departments small">
      {names.map((name) => {
        const answer = consulted.find(({ department }) => department === name);
        return (
          <li key={name} className={answer ? 'answered' : ''}>
            {name}
            {answer && <div className="muted">{[answer.documentNumber, answer.note, personOf(answer.member)].filter(Boolean).join(' · ')}</div>}
          </li>
        );
      })}
    </ul>
  );
}

function detailOf(record: StepRecord, t: TFunction): string {
  switch (record.step) {
    case 'consultation':
      return record.departments.join(t('agreements.sharing.comma'));
    case 'legal-review':
      return record.opinionNumber;
    case 'fair-competition-review':
      return t(record.applies ? 'agreements.procedure.applies' : 'agreements.procedure.appliesNot');
    case 'collective-decision':
      return [
        t('agreements.procedure.meeting', { number: record.documentNumber, date: record.meetingOn, count: record.attendees }),
        ...(record.outcome === undefined ? [] : [t(`agreements.ask.outcomes.${record.outcome}`)]),
      ].join(t('agreements.sharing.semicolon'));
    case 'seal-approval':
      return '';
  }
}
