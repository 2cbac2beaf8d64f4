import type { Availability } from '@lianyu/contract';
import { stepNow } from '@lianyu/domain/agreements';
import { type Digest, negotiationId } from '@lianyu/domain/kernel';
import type { SignedAgreement } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { Ask } from '../../ui/index.ts';
import { ChangeForm } from './change-form.tsx';
import { ConditionForm } from './condition-form.tsx';
import { FileForm } from './file-form.tsx';
import { BreachForm, NoticeForm, PolicyForm } from './notice-forms.tsx';
import { useAct } from './use-act.ts';
import { WaiverForm } from './waiver-forms.tsx';

type Waiver = SignedAgreement['waivers'][number];

interface Props {
  readonly command: Availability['command'];
  readonly title: string;
  readonly signed: SignedAgreement;
  /** The digest of the version that was on the screen, and of the one in effect now. */
  readonly basis: Digest;
  readonly outdated: boolean;
  readonly onClose: () => void;
}

/** The question before an act on what is signed. */
export function SignedDialog({ command, title, signed, basis, outdated, onClose }: Props) {
  const { t } = useTranslation();
  const { organisation: own } = useMe();
  const { act, busy, refusal } = useAct({ about: signed.id, done: onClose });
  const on = { agreement: negotiationId.parse(signed.id), basis };
  const shared = { title, open: true, busy, refusal, onCancel: onClose, ok: title };
  const step = stepNow({ phase: signed.stage });
  const open = signed.notices.filter(({ cured }) => !cured);
  const terms = signed.content.exit;
  switch (command) {
    case 'propose-change':
      return <ChangeForm {...shared} id={signed.id} />;
    case 'file-agreement':
      return <FileForm {...shared} disabled={outdated} onFiled={(filed) => void act(command, { ...on, ...filed }, title)} />;
    case 'confirm-condition':
      return (
        <ConditionForm
          {...shared}
          disabled={outdated}
          named={signed.condition?.fulfilledOn}
          onConfirmed={(confirmed) => void act(command, { ...on, ...confirmed }, title)}
        />
      );
    case 'agree-step':
    case 'withdraw-step':
      return (
        <Ask
          {...shared}
          disabled={outdated}
          onOk={() => void (command === 'agree-step' ? act(command, { ...on, step, words: '' }, title) : act(command, { ...on, step }, title))}
        >
          <div>{t(`agreements.ask.${command}`, { joint: t(`terms.joint.${step}`) })}</div>
        </Ask>
      );
    case 'give-breach-notice':
      return (
        <BreachForm
          {...shared}
          disabled={outdated}
          days={terms?.breach?.cureDays}
          parties={signed.content.parties.map(({ organisation }) => organisation).filter((party) => party !== own)}
          onGiven={(given) => void act(command, { ...on, ...given }, title)}
        />
      );
    case 'answer-breach-notice':
      return (
        <NoticeForm
          {...shared}
          disabled={outdated}
          said={t(`agreements.ask.${command}`)}
          notices={open.filter(({ against, answer }) => against === own && answer === undefined)}
          words="required"
          onChosen={(chosen) => void act(command, { ...on, ...chosen }, title)}
        />
      );
    case 'accept-cure':
      return (
        <NoticeForm
          {...shared}
          disabled={outdated}
          said={t(`agreements.ask.${command}`)}
          notices={open.filter(({ party }) => party === own)}
          words="none"
          onChosen={({ notice }) => void act(command, { ...on, notice }, title)}
        />
      );
    case 'terminate-for-breach':
      return (
        <NoticeForm
          {...shared}
          danger
          disabled={outdated}
          said={t(`agreements.ask.${command}`)}
          notices={open.filter(({ party }) => party === own)}
          words="optional"
          onChosen={(chosen) => void act(command, { ...on, ...chosen }, title)}
        />
      );
    case 'give-policy-notice':
      return (
        <PolicyForm
          {...shared}
          danger
          disabled={outdated}
          days={terms?.policyChange?.noticeDays}
          onGiven={(given) => void act(command, { ...on, ...given }, title)}
        />
      );
    case 'withdraw-policy-notice':
      return (
        <Ask {...shared} disabled={outdated} onOk={() => void act(command, on, title)}>
          <div>{t(`agreements.ask.${command}`)}</div>
        </Ask>
      );
    case 'agree-waiver':
    case 'withdraw-waiver': {
      const mine =
        command === 'agree-waiver'
          ? ({ creditors, agreedBy }: Waiver) => creditors.includes(own) && !agreedBy.includes(own)
          : ({ party }: Waiver) => party === own;
      return (
        <WaiverForm
          {...shared}
          disabled={outdated}
          said={t(`agreements.ask.${command}`)}
          waivers={signed.waivers.filter((waiver) => waiver.state === 'open' && mine(waiver))}
          onChosen={(waiver) => void act(command, { ...on, waiver }, title)}
        />
      );
    }
    default:
      return null;
  }
}
