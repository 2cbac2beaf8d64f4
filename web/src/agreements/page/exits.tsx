import type { SignedAgreement } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../../i18n/format.ts';
import { Tag, useNames, useNow } from '../../ui/index.ts';
import { useDutyWords } from '../acts/waiver-forms.tsx';
import { Part } from './part.tsx';

/** What stands against its going on: notices, a 解除 whose day has not come, and what waits for the others' word. */
export function Exits({ signed }: { signed: SignedAgreement }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const { steps, notices, policyNotice, termination, waivers, stage } = signed;
  const wordsOf = useDutyWords();
  const list = (parties: readonly string[]) => parties.map(nameOf).join(t('agreements.sharing.comma'));
  return (
    <>
      {termination && (
        <Part label={t('agreements.purpose.termination')}>
          <Link to={`/agreements/${termination.agreement}`}>
            {t('agreements.afterwards.termination', { number: termination.number, date: termination.effectiveFrom })}
          </Link>
        </Part>
      )}
      {steps.length > 0 && (
        <Part label={t('agreements.afterwards.joint')}>
          {steps.map(({ step, agreedBy }) => (
            <div key={step}>{t('agreements.afterwards.jointBy', { joint: t(`terms.joint.${step}`), names: list(agreedBy) })}</div>
          ))}
        </Part>
      )}
      {policyNotice && (
        <Part label={t('agreements.afterwards.policyNotice')}>
          <div>
            {t('agreements.afterwards.policyLine', {
              name: nameOf(policyNotice.party),
              date: policyNotice.effectiveOn,
              document: policyNotice.document,
            })}
          </div>
          <div className="muted small">{policyNotice.words}</div>
        </Part>
      )}
      {waivers.length > 0 && (
        <Part label={t('agreements.afterwards.waivers')}>
          {waivers.map(({ waiver, duty, reason, state, agreedBy, creditors }) => (
            <div key={waiver} className="notice">
              <div>{wordsOf(duty)}</div>
              <div className="muted small">{reason}</div>
              <Tag tone={state === 'given' ? 'ok' : state === 'open' ? 'wait' : 'neutral'}>
                {t(`agreements.afterwards.waiver.${state}`, { names: list(creditors.filter((party) => !agreedBy.includes(party))) })}
              </Tag>
            </div>
          ))}
        </Part>
      )}
      {notices.length > 0 && (
        <Part label={t('agreements.afterwards.notices')}>
          {notices.map((notice) => (
            <Notice key={notice.notice} notice={notice} live={stage === 'in-force' || stage === 'suspended'} />
          ))}
        </Part>
      )}
    </>
  );
}

function Notice({
  notice: { notice, party, against, words, cureUntil, answer, cured },
  live,
}: {
  notice: SignedAgreement['notices'][number];
  live: boolean;
}) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const today = formatDay(new Date(useNow()).toISOString());
  return (
    <div className="notice">
      <div>{t('agreements.afterwards.noticeLine', { notice, from: nameOf(party), to: nameOf(against), date: cureUntil })}</div>
      <div className="muted small">{words}</div>
      {answer !== undefined && <div className="muted small">{t('agreements.afterwards.noticeAnswer', { words: answer })}</div>}
      {cured && <Tag tone="ok">{t('agreements.afterwards.noticeCured')}</Tag>}
      {!cured && live && today > cureUntil && <Tag tone="fail">{t('agreements.afterwards.noticeLapsed')}</Tag>}
    </div>
  );
}
