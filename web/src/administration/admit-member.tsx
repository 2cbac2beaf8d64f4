import { commands } from '@lianyu/contract';
import type { OrganisationId } from '@lianyu/domain/kernel';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask, Field, useCommand } from '../ui/index.ts';

/** Admits a person, and shows the one-time link by which they choose a password: once. */
export function AdmitMember({ organisation, onClose }: { organisation: OrganisationId; onClose: () => void }) {
  const { t } = useTranslation();
  const { give, busy, refusal } = useCommand();
  const [name, setName] = useState('');
  const [office, setOffice] = useState('');
  const [signInName, setSignInName] = useState('');
  const [admitted, setAdmitted] = useState<{ readonly link: string | undefined }>();
  const given = commands['admit-member'].safeParse({ organisation, name, office, signInName });
  async function admit(): Promise<void> {
    const answer = given.success && (await give('admit-member', given.data));
    if (answer) setAdmitted({ link: answer.setUpLink });
  }
  if (admitted) return <SetUpLink name={name.trim()} link={admitted.link} onClose={onClose} />;
  return (
    <Ask
      title={t('administration.admit')}
      ok={t('administration.admit')}
      open
      busy={busy}
      refusal={refusal}
      disabled={!given.success}
      onCancel={onClose}
      onOk={() => void admit()}
    >
      <Field label={t('administration.personName')}>
        {(ids) => <Input {...ids} autoFocus autoComplete="off" maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label={t('administration.office')}>
        {(ids) => <Input {...ids} autoComplete="off" maxLength={80} value={office} onChange={(event) => setOffice(event.target.value)} />}
      </Field>
      <Field label={t('administration.signInName')} hint={t('administration.signInNameHint')}>
        {(ids) => (
          <Input
            {...ids}
            autoComplete="off"
            maxLength={40}
            value={signInName}
            onChange={(event) => setSignInName(event.target.value.toLowerCase())}
          />
        )}
      </Field>
    </Ask>
  );
}

function SetUpLink({ name, link, onClose }: { name: string; link: string | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const whole = link === undefined ? undefined : new URL(link, location.href).href;
  return (
    <Modal
      open
      title={t('administration.linkTitle')}
      footer={<Button onClick={onClose}>{t('common.close')}</Button>}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
    >
      {whole === undefined ? (
        <p>{t('administration.linkGone')}</p>
      ) : (
        <>
          <p>{t('administration.linkNote', { name })}</p>
          <div className="link-once">
            <code>{whole}</code>
            {/* Without TLS a browser gives no clipboard: then the link is selected and copied by hand. */}
            {window.isSecureContext && (
              <Button
                type="primary"
                onClick={() =>
                  void navigator.clipboard.writeText(whole).then(
                    () => message.success(t('common.copied')),
                    () => message.error(t('common.failed')),
                  )
                }
              >
                {t('common.copy')}
              </Button>
            )}
          </div>
        </>
      )}
    </Modal>
  );
}
