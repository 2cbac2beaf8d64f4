import { commands } from '@lianyu/contract';
import { organisationKind, profile } from '@lianyu/domain/organisations';
import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask, Field, useCommand } from '../ui/index.ts';

const empty = { id: '', nameZh: '', nameEn: '', shortZh: '', shortEn: '', regionCode: '', source: '' };

/** A new organisation with where it is known from. @param onClose is told the organisation's code when it was registered. */
export function RegisterOrganisation({ onClose }: { onClose: (registered?: string) => void }) {
  const { t } = useTranslation();
  const { give, busy, refusal } = useCommand();
  const [text, setText] = useState(empty);
  const [kind, setKind] = useState<string>('zone');
  const [level, setLevel] = useState<string>('national');
  const [verified, setVerified] = useState(false);
  const { id, nameZh, nameEn, shortZh, shortEn, regionCode, source } = text;
  const given = commands['register-organisation'].safeParse({
    organisation: id,
    profile: { kind, level, name: { zh: nameZh, en: nameEn }, shortName: { zh: shortZh, en: shortEn }, regionCode, source, verified },
  });
  const line = (key: keyof typeof empty, label: string, longest: number, hint?: string) => (
    <Field label={label} hint={hint}>
      {(ids) => (
        <Input
          {...ids}
          autoComplete="off"
          maxLength={longest}
          value={text[key]}
          onChange={(event) => setText((before) => ({ ...before, [key]: event.target.value }))}
        />
      )}
    </Field>
  );
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
      disabled={!given.success}
      onCancel={() => onClose()}
      onOk={() => void register()}
    >
      {line('id', t('administration.id'), 48, t('administration.idHint'))}
      <div className="pair">
        {line('nameZh', t('administration.nameZh'), 120)}
        {line('nameEn', t('administration.nameEn'), 200)}
        {line('shortZh', t('administration.shortZh'), 120)}
        {line('shortEn', t('administration.shortEn'), 200)}
        <Field label={t('administration.kind')}>
          {(ids) => (
            <Select<string>
              {...ids}
              value={kind}
              onChange={setKind}
              options={organisationKind.options.map((value) => ({ value, label: t(`terms.kind.${value}`) }))}
            />
          )}
        </Field>
        <Field label={t('administration.level')}>
          {(ids) => (
            <Select<string>
              {...ids}
              value={level}
              onChange={setLevel}
              options={profile.shape.level.options.map((value) => ({ value, label: t(`terms.level.${value}`) }))}
            />
          )}
        </Field>
      </div>
      {line('regionCode', t('administration.regionCode'), 6, t('administration.regionCodeHint'))}
      {line('source', t('administration.source'), 200)}
      <Checkbox checked={verified} onChange={(event) => setVerified(event.target.checked)}>
        {t('administration.verifiedAsk')}
      </Checkbox>
    </Ask>
  );
}
