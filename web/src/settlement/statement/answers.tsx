import type { StatementDocument } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../i18n/format.ts';
import { actedWords, Card, Hash, Tag, useNames, usePeople } from '../../ui/index.ts';

/** Who has confirmed the statement, who disputes lines of it, who is waited for, and until when. */
export function Answers({ statement }: { statement: StatementDocument }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const personOf = usePeople(statement.answers.flatMap(({ member, onBehalfOf }) => [member ?? [], onBehalfOf ?? []].flat()));
  return (
    <Card title={t('settlement.answers.title')}>
      <ul className="list">
        {statement.parties.map((party) => {
          const answer = statement.answers.find((each) => each.party === party);
          const person = answer && actedWords(t, personOf, answer);
          return (
            <li key={party} className="answer">
              <b>{nameOf(party)}</b>
              {answer ? (
                <Tag tone={answer.how === 'confirmed' ? 'ok' : 'fail'}>{t(`settlement.answers.${answer.how}`)}</Tag>
              ) : (
                <Tag tone="wait">{t('settlement.answers.waiting')}</Tag>
              )}
              <span className="muted small">{answer ? [formatInstant(answer.at), person].filter(Boolean).join(' · ') : ''}</span>
            </li>
          );
        })}
      </ul>
      <div className="muted small">
        {statement.awaits.length > 0 && (
          <div>
            {t('settlement.confirmBy', { date: statement.confirmationDue.on })}
            {statement.confirmationDue.provisional && ` · ${t('settlement.provisional')}`}
          </div>
        )}
        <div>
          {t('settlement.answers.proposal', { number: statement.proposal, name: nameOf(statement.party), at: formatInstant(statement.at) })} ·{' '}
          {t('agreements.page.digest')} <Hash value={statement.digest} digits={8} />
        </div>
        {statement.note !== '' && <div>{statement.note}</div>}
        {statement.withdrawn && (
          <div className="refusal">
            {t('settlement.answers.withdrawn', { name: nameOf(statement.withdrawn.party), reason: statement.withdrawn.reason })}
          </div>
        )}
      </div>
    </Card>
  );
}
