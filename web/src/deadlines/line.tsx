import { isDated } from '@lianyu/domain/deadlines';
import type { DeadlineDocument } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { periodText } from '../figures/numbers.ts';
import { accountPath, statementPath } from '../settlement/address.ts';
import { today, useBilingual } from '../settlement/words.ts';
import { Tag, type Tone, useNames, usePeople } from '../ui/index.ts';

/** One day: what is due, by when and by whom, of what, and by which rule; or how it came out. `within`: on the page of its agreement. */
export function DeadlineLine({ deadline, within = false }: { deadline: DeadlineDocument; within?: boolean }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const textOf = useBilingual();
  const { kind, title, rule, agreementNumber, account, period, number, ours, duty, open, step, mandate } = deadline;
  const days = { days: rule.days ?? '' };
  return (
    <li className={ours && duty && open ? 'deadline own' : 'deadline'}>
      <div className="deadline-head">
        <Link to={placeOf(deadline)}>
          {t(`deadlines.kind.${kind}`)}
          {step !== undefined && `：${t(`terms.step.${step}`)}`}
        </Link>
        <When deadline={deadline} />
      </div>
      {duty && <div className="small">{deadline.who.map(nameOf).join('、')}</div>}
      {mandate && <Mandate {...mandate} />}
      <div className="muted small">
        {!within && deadline.agreement !== undefined && (
          <>
            <Link to={`/agreements/${deadline.agreement}`}>{textOf(title)}</Link> {agreementNumber}{' '}
          </>
        )}
        {account && `${textOf(account.heading)} `}
        {period && periodText(period)}
        {kind === 'resolve-dispute' && number !== undefined && ` · ${t('deadlines.dispute', { number })}`}
        {account?.ledger === 'appraisal' && ` · ${t('deadlines.internal')}`}
        {kind === 'internal-step' && ` ${t('deadlines.ownAlone')}`}
      </div>
      <div className="muted small">
        {t(`deadlines.rule.${rule.code}`, days)}
        {deadline.provisional && ` · ${t('deadlines.provisional')}`}
      </div>
    </li>
  );
}

/** Whose mandate it is: the delegate for the principal, who was sent where, or by which document. */
function Mandate({ member, principal, organisation, document }: NonNullable<DeadlineDocument['mandate']>) {
  const nameOf = useNames();
  const personOf = usePeople([member, principal].filter((each) => each !== undefined));
  const people = [principal, member].map((each) => each && personOf(each)).filter((each) => each !== undefined);
  const words = [people.join(' → '), organisation && nameOf(organisation), document].filter((each) => each !== undefined && each !== '');
  return <div className="small">{words.join(' · ')}</div>;
}

export function When({ deadline: { on, open, outcome, duty, kind } }: { deadline: DeadlineDocument }) {
  const { t } = useTranslation();
  const now = today();
  if (!open && outcome) {
    const late = outcome.how === 'done' && duty && outcome.on > on;
    const tone: Tone = outcome.how === 'done' ? (late ? 'wait' : 'ok') : outcome.how === 'enforced' ? 'fail' : 'neutral';
    return <Tag tone={tone}>{t(`deadlines.outcome.${late ? 'doneLate' : outcome.how}`, { date: outcome.on })}</Tag>;
  }
  const count = Math.round((Date.parse(on) - Date.parse(now)) / 86_400_000);
  if (count < 0 && isDated(kind)) return <Tag>{t('deadlines.outcome.passed', { date: on })}</Tag>;
  if (count < 0) return <Tag tone={duty ? 'fail' : 'wait'}>{duty ? t('deadlines.overdueSince', { date: on, count: -count }) : on}</Tag>;
  return (
    <Tag tone={count <= 7 ? 'wait' : 'neutral'}>{count === 0 ? t('deadlines.onDay', { date: on }) : t('deadlines.inDays', { date: on, count })}</Tag>
  );
}

/** Where one sees to it. */
function placeOf({ kind, agreement, account, period, who }: DeadlineDocument): string {
  if (agreement === undefined) return `/administration?organisation=${who[0]}`;
  if (!account) return `/agreements/${agreement}`;
  if (kind === 'report-figures') return `/figures?agreement=${agreement}`;
  const at = { agreement, ...account };
  return period === undefined ? accountPath(at) : statementPath(at, period.from);
}
