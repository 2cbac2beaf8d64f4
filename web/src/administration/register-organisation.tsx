import { commands, type ReferenceOrganisation } from '@lianyu/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask, useCommand } from '../ui/index.ts';
import { codeDoubtful, OrganisationForm, statedBy, typedFrom } from './organisation-form.tsx';

interface Given {
  /** An entry of the directory to begin with. */
  readonly from: ReferenceOrganisation | undefined;
  readonly mayVerify: boolean;
  /** Told the organisation's code when it was registered. */
  readonly onClose: (registered?: string) => void;
}

/** What is missing anyone registers, with where it is known from; it is marked until an administrator has verified it. */
export function RegisterOrganisation({ from, mayVerify, onClose }: Given) {
  const { t } = useTranslation();
  const { give, busy, refusal } = useCommand();
  const [typed, setTyped] = useState(() => {
    const known = typedFrom(from?.id ?? '', from?.profile);
    return mayVerify ? known : { ...known, verified: false };
  });
  const given = commands['register-organisation'].safeParse(statedBy(typed));
  async function register(): Promise<void> {
    if (given.success && (await give('register-organisation', given.data))) onClose(given.data.organisation);
  }
  return (
    <Ask
      title={t('administration.register')}
      ok={t('administration.register')}
      open
      busy={busy}
      refusal={refusal}
      disabled={!given.success || codeDoubtful(typed)}
      onCancel={() => onClose()}
      onOk={() => void register()}
    >
      <OrganisationForm typed={typed} onChange={setTyped} fresh mayVerify={mayVerify} />
    </Ask>
  );
}
