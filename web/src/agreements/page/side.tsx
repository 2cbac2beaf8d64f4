import { standardChain } from '@lianyu/domain/clearance';
import type { ClearancePage, Move, NegotiationPage } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { formatAgo, formatInstant } from '../../i18n/format.ts';
import { Card, Tag, useNames, usePeople } from '../../ui/index.ts';
import { progressTone } from '../tones.ts';

const ways = ['text-confirmed', 'ready', 'signed', 'sealed'] as const;
const reached = { reviewing: 0, 'text-confirmed': 1, 'in-internal-procedure': 1, ready: 2, signed: 3, sealed: 4 } as const;

/** Where each party stands, as all may know it. */
export function Parties({ negotiation }: { negotiation: NegotiationPage }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  return (
    <Card title={t('agreements.page.parties')}>
      {negotiation.parties.map(({ organisation, progress }) => (
        <div key={organisation} className="party">
          <b>{nameOf(organisation)}</b>
          <Tag tone={progressTone[progress]}>{t(`terms.progress.${progress}`)}</Tag>
          <div className="steps" aria-hidden="true">
            {ways.map((way, index) => (
              <i key={way} className={index < reached[progress] ? 'done' : index === reached[progress] ? 'now' : ''} title={t(`terms.progress.${way}`)} />
            ))}
          </div>
        </div>
      ))}
      <div className="muted small">{t('agreements.page.progressNote')}</div>
    </Card>
  );
}

/** One's own party's internal procedure, step by step with what was recorded. */
export function Procedure({ clearance }: { clearance: ClearancePage }) {
  const { t } = useTranslation();
  const personOf = usePeople(clearance.passed.map(({ member }) => member));
  return (
    <Card title={t('agreements.page.procedure')} extra={<Tag tone="plain">{t('agreements.page.procedureNote')}</Tag>}>
      {clearance.returned && (
        <p role="status" style={{ color: 'var(--fail)', marginTop: 0 }}>
          {t('terms.move.clearance-returned', { step: t(`terms.step.${clearance.returned.step}`) })}：{clearance.returned.reason}
        </p>
      )}
      <ol className="chain">
        {standardChain.map((step) => {
          const passed = clearance.passed.find(({ record }) => record.step === step);
          return (
            <li key={step} className={passed ? 'done' : clearance.next === step ? 'now' : ''}>
              <b>{t(`terms.step.${step}`)}</b>
              {passed && (
                <div className="muted small">
                  {[detailOf(passed.record), passed.record.note].filter(Boolean).join('；')}
                  <div>
                    {[personOf(passed.member), formatInstant(passed.at)].filter(Boolean).join(' · ')}
                  </div>
                </div>
              )}
            </li>
          );
        })}
      </ol>
      {clearance.state !== 'open' && <Tag tone={clearance.state === 'granted' ? 'ok' : 'fail'}>{t(clearance.state === 'granted' ? 'terms.move.clearance-granted' : clearance.state === 'withdrawn' ? 'terms.move.clearance-withdrawn' : 'terms.move.clearance-voided')}</Tag>}
    </Card>
  );
}

function detailOf(record: ClearancePage['passed'][number]['record']): string {
  switch (record.step) {
    case 'consultation':
      return record.departments.join('、');
    case 'legal-review':
      return record.opinionNumber;
    case 'fair-competition-review':
      return '';
    case 'collective-decision':
      return `${record.documentNumber}，${record.meetingOn}，${record.attendees}`;
    case 'seal-approval':
      return '';
  }
}

/** 来往: what each has done, newest first. */
export function Moves({ moves }: { moves: readonly Move[] }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const now = Date.now();
  return (
    <Card title={t('agreements.page.moves')}>
      <ul className="list moves">
        {moves.map((move) => (
          <li key={`${move.at}${move.kind}${move.organisation ?? ''}`}>
            <time dateTime={move.at} title={formatInstant(move.at)}>
              {formatAgo(t, move.at, now)}
            </time>
            <div>
              {move.organisation && <b>{nameOf(move.organisation)} </b>}
              {t(`terms.move.${move.kind}`, { number: move.number ?? '', step: move.step ? t(`terms.step.${move.step}`) : '' })}
              {move.words && <div className="muted small">{move.words}</div>}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
