import type { Availability } from '@lianyu/contract';
import type { ClearanceStep } from '@lianyu/domain/clearance';
import { type Digest, type MemberId, negotiationId } from '@lianyu/domain/kernel';
import type { SignedAgreement } from '@lianyu/projections/folds';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { RegistrationDialog } from '../../registration/dialog.tsx';
import { Ask, AskReason, usePeople } from '../../ui/index.ts';
import { AskPassword } from './ask-password.tsx';
import { ConsultationForm } from './consultation-form.tsx';
import { SignedDialog } from './signed-dialog.tsx';
import { StepForm } from './step-form.tsx';
import { useAct } from './use-act.ts';

export interface Opened {
  readonly command: Availability['command'];
  readonly title: string;
  /** The text that was on the screen when the dialog was opened. */
  readonly basis: Digest;
  readonly number: number;
  readonly step: ClearanceStep | undefined;
  /** Departments whose answers are still to come. */
  readonly departments: readonly string[];
  /** What is signed, once it is. */
  readonly signed: SignedAgreement | undefined;
  /** As whose delegate it would be done. */
  readonly onBehalfOf: MemberId | undefined;
}

interface Props {
  readonly id: string;
  readonly opened: Opened;
  /** The digest of the current proposal, as the page knows it now. */
  readonly current: Digest;
  readonly onClose: () => void;
}

/** The question before an act. It stays about the text that was on the screen: when a newer one comes, it says so and sends nothing. */
export function ActionDialog({ id, opened, current, onClose }: Props) {
  const { t } = useTranslation();
  const { command, title, basis, number, step, signed, onBehalfOf } = opened;
  const personOf = usePeople(onBehalfOf === undefined ? [] : [onBehalfOf]);
  const { act, busy, refusal } = useAct({ about: id, done: onClose });
  const outdated = current !== basis;
  const on = { negotiation: negotiationId.parse(id), basis };
  const shared = { title, open: true, busy, refusal, onCancel: onClose, ok: title };
  const newer = (
    <>
      {onBehalfOf !== undefined && (
        <div className="on-behalf" role="note">
          {t('agreements.page.actsOnBehalf', { principal: personOf(onBehalfOf) ?? '' })}
        </div>
      )}
      {outdated && (
        <div className="newer" role="alert">
          {t('agreements.page.newerText')}{' '}
          <Button size="small" onClick={onClose}>
            {t('agreements.page.lookAtNewer')}
          </Button>
        </div>
      )}
    </>
  );
  switch (command) {
    case 'confirm-text':
      return (
        <Ask {...shared} disabled={outdated} onOk={() => void act(command, on, title)}>
          {newer}
          <div>{t('agreements.ask.confirm', { number })}</div>
          <div className="plain-words">{t('agreements.ask.notCommitment')}</div>
        </Ask>
      );
    case 'decline-negotiation':
    case 'withdraw-from-negotiation':
    case 'withdraw-clearance':
      return (
        <AskReason {...shared} danger disabled={outdated} onOk={(reason) => void act(command, { ...on, reason }, title)}>
          {newer}
          <div>{t(`agreements.ask.${command}`)}</div>
        </AskReason>
      );
    case 'return-clearance':
      return step === undefined ? null : (
        <AskReason {...shared} danger disabled={outdated} onOk={(reason) => void act(command, { ...on, step, reason }, title)}>
          {newer}
          <div>{t('agreements.ask.return-clearance')}</div>
        </AskReason>
      );
    case 'pass-clearance-step':
      return step === undefined ? null : (
        <StepForm {...shared} step={step} outdated={outdated} over={newer} onRecord={(record) => void act(command, { ...on, record }, title)} />
      );
    case 'record-consultation':
      return (
        <ConsultationForm
          {...shared}
          departments={opened.departments}
          outdated={outdated}
          over={newer}
          onConsulted={(consultation) => void act(command, { ...on, consultation }, title)}
        />
      );
    case 'give-signature':
    case 'affix-seal':
      return (
        <AskPassword
          {...shared}
          over={newer}
          outdated={outdated}
          digest={basis}
          said={t(`agreements.ask.${command}`, { number })}
          onPassword={(password) => void act(command, { ...on, password }, title)}
        />
      );
    case 'confirm-transcription':
    case 'attach-scan':
    case 'object-to-transcription':
    case 'withdraw-registration':
      return <RegistrationDialog id={id} command={command} title={title} basis={basis} outdated={outdated} onClose={onClose} />;
    default:
      return signed ? <SignedDialog command={command} title={title} signed={signed} basis={basis} outdated={outdated} onClose={onClose} /> : null;
  }
}
