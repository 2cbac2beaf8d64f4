import { type CalendarDate, isRefusal, type Person } from '../kernel/index.ts';
import type { Availability } from '../negotiation/available.ts';
import { changeRefused } from './change.ts';
import type { AgreementCommand } from './commands.ts';
import { agreementDecider } from './decide.ts';
import type { OpenDuty } from './duty.ts';
import type { JointStep } from './events.ts';
import { type AgreementState, type BreachNotice, latestVersion, versionInEffect, type Waiver } from './state.ts';

type PersonsCommand = Extract<AgreementCommand, { actor: Person }>['type'];
type Offered = PersonsCommand | 'propose-change';

/** What the decider would say to each command of this person about what is signed (AZ-4). */
export function availableInAgreement(state: AgreementState, actor: Person, today: CalendarDate): readonly Availability<Offered>[] {
  const { concludedOn } = state;
  const basis = versionInEffect(state)?.digest;
  if (basis === undefined || concludedOn === undefined || !state.parties.includes(actor.organisation)) return [];
  const given = { actor, basis, today };
  const ask = (command: Extract<AgreementCommand, { type: PersonsCommand }>): Availability<PersonsCommand> => {
    const answer = agreementDecider.decide(command, state);
    return { command: command.type, missing: isRefusal(answer) ? [answer] : [] };
  };
  const someDuty: OpenDuty = { id: '-', kind: 'pay', who: [], on: today, creditors: [actor.organisation] };
  const dutyOf = () => someDuty;
  const own = (wanted: (notice: BreachNotice) => boolean) => state.notices.find((each) => !each.cured && wanted(each))?.notice ?? 0;
  const ownNotice = own(({ party }) => party === actor.organisation);
  const asked = (wanted: (waiver: Waiver) => boolean) => state.waivers.find((each) => each.state === 'open' && wanted(each))?.waiver ?? 0;
  const against = state.parties.find((party) => party !== actor.organisation) ?? actor.organisation;
  return [
    proposeChange(state),
    // The day is still to be chosen: another than the one that stands, or the one that stands where this party has not confirmed it.
    ask({ ...given, type: 'confirm-condition', fulfilledOn: state.condition?.fulfilledOn ?? concludedOn, words: '' }),
    ask({ ...given, type: 'file-agreement', filedOn: today > concludedOn ? today : concludedOn, office: '-', fileNumber: '' }),
    ask({ ...given, type: 'agree-step', step: stepNow(state), words: '' }),
    ask({ ...given, type: 'withdraw-step', step: stepNow(state) }),
    ask({ ...given, type: 'give-breach-notice', against, words: '-' }),
    ask({
      ...given,
      type: 'answer-breach-notice',
      notice: own((each) => each.against === actor.organisation && each.answer === undefined),
      words: '-',
    }),
    ask({ ...given, type: 'accept-cure', notice: ownNotice }),
    // Of several notices the one whose time ran out first.
    ask({
      ...given,
      type: 'terminate-for-breach',
      notice: own(({ party, cureUntil }) => party === actor.organisation && cureUntil < today) || ownNotice,
      words: '',
    }),
    ask({ ...given, type: 'give-policy-notice', document: '-', words: '-', effectiveOn: LAST_DAY }),
    ask({ ...given, type: 'withdraw-policy-notice' }),
    // Which duty is still to be chosen among those that are owed to the party.
    ask({ ...given, type: 'propose-waiver', duty: someDuty.id, dutyOf, reason: '-' }),
    ask({
      ...given,
      type: 'agree-waiver',
      waiver: asked(({ creditors, agreedBy }) => creditors.includes(actor.organisation) && !agreedBy.includes(actor.organisation)),
      dutyOf,
    }),
    ask({ ...given, type: 'withdraw-waiver', waiver: asked(({ party }) => party === actor.organisation) }),
  ];
}

const LAST_DAY = '9999-12-31' as CalendarDate;

/** The one joint step that the phase allows. */
export function stepNow({ phase }: Pick<AgreementState, 'phase'>): JointStep {
  if (phase === 'suspended') return 'resume';
  if (phase === 'closed') return 'archive';
  return phase === 'expired' || phase === 'terminated' ? 'close' : 'suspend';
}

/** Asked of the rules with the change that alters nothing yet: the latest text, about itself. */
function proposeChange(state: AgreementState): Availability<Offered> {
  const latest = latestVersion(state);
  if (!latest || state.id === undefined || state.number === undefined) return { command: 'propose-change', missing: [] };
  const purpose = { kind: 'amendment' as const, agreement: state.id, number: state.number, version: latest.digest };
  const refusal = changeRefused({ ...latest.content, effect: { kind: 'on-conclusion' }, purpose }, state);
  return { command: 'propose-change', missing: refusal ? [refusal] : [] };
}
