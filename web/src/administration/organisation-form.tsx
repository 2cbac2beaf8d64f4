import type { CommandData } from '@lianyu/contract';
import { checkHolds, type OrganisationProfile, organisationKind, profile as profileSchema } from '@lianyu/domain/organisations';
import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../i18n/format.ts';
import { Field, useOrganisations } from '../ui/index.ts';
import { DocumentFields, documentFrom, type TypedDocument, typedDocument } from './document-fields.tsx';

/** What is stated of an organisation, as it is typed. */
export interface TypedOrganisation {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly shortZh: string;
  readonly shortEn: string;
  readonly kind: string;
  readonly level: string;
  readonly superior: string;
  readonly creditCode: string;
  readonly codeOverridden: boolean;
  readonly regionCode: string;
  readonly source: string;
  readonly verified: boolean;
  readonly document: TypedDocument | undefined;
  /** Beyond the first, as they stand. */
  readonly others: NonNullable<OrganisationProfile['documents']>;
}

export function typedFrom(id: string, known?: OrganisationProfile): TypedOrganisation {
  const [first, ...others] = known?.documents ?? [];
  return {
    id,
    nameZh: known?.name.zh ?? '',
    nameEn: known?.name.en ?? '',
    shortZh: known?.shortName.zh ?? '',
    shortEn: known?.shortName.en ?? '',
    kind: known?.kind ?? 'zone',
    level: known?.level ?? 'national',
    superior: known?.superior ?? '',
    creditCode: known?.creditCode ?? '',
    codeOverridden: false,
    regionCode: known?.regionCode ?? '',
    source: known?.source ?? '',
    verified: known?.verified ?? false,
    document: first && {
      documentNumber: first.documentNumber,
      issuedBy: first.issuedBy,
      from: first.from,
      until: first.until ?? '',
      file: first.file === undefined ? undefined : { digest: first.file, name: first.documentNumber },
    },
    others,
  };
}

/** What is sent, still to be parsed. */
export function statedBy(typed: TypedOrganisation): Record<keyof CommandData<'register-organisation'>, unknown> {
  const { id, kind, level, nameZh, nameEn, shortZh, shortEn, superior, creditCode, codeOverridden, regionCode, source, verified, document } = typed;
  const documents = [...(document === undefined ? [] : [documentFrom(document)]), ...typed.others];
  return {
    organisation: id,
    codeOverridden,
    profile: {
      kind,
      level,
      name: { zh: nameZh, en: nameEn },
      shortName: { zh: shortZh, en: shortEn },
      regionCode,
      source,
      verified,
      ...(superior === '' ? {} : { superior }),
      ...(creditCode === '' ? {} : { creditCode }),
      ...(documents.length === 0 ? {} : { documents }),
    },
  };
}

/** Whether the code would be refused unless it is said to be right as it reads. */
export const codeDoubtful = ({ creditCode, codeOverridden }: TypedOrganisation) => creditCode !== '' && !codeOverridden && !checkHolds(creditCode);

interface Given {
  readonly typed: TypedOrganisation;
  readonly onChange: (typed: TypedOrganisation) => void;
  /** A new one has a code to choose. */
  readonly fresh: boolean;
  readonly mayVerify: boolean;
}

export function OrganisationForm({ typed, onChange, fresh, mayVerify }: Given) {
  const { t, i18n } = useTranslation();
  const organisations = [...useOrganisations().values()];
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const [today] = useState(() => formatDay(new Date().toISOString()));
  const set = (change: Partial<TypedOrganisation>) => onChange({ ...typed, ...change });
  const twin = organisations.find(({ id, profile }) => id !== typed.id && typed.nameZh !== '' && profile.name.zh === typed.nameZh.trim());
  const doubtful = typed.creditCode !== '' && !checkHolds(typed.creditCode);
  const line = (key: 'id' | 'nameZh' | 'nameEn' | 'shortZh' | 'shortEn' | 'regionCode' | 'source', longest: number, hint?: string) => (
    <Field label={t(`administration.${key}`)} hint={hint}>
      {(ids) => <Input {...ids} autoComplete="off" maxLength={longest} value={typed[key]} onChange={(event) => set({ [key]: event.target.value })} />}
    </Field>
  );
  const choice = (key: 'kind' | 'level' | 'superior', options: readonly { value: string; label: string }[]) => (
    <Field label={t(`administration.${key}`)}>
      {(ids) => (
        <Select<string>
          {...ids}
          showSearch={{ optionFilterProp: 'label' }}
          value={typed[key]}
          onChange={(value) => set({ [key]: value })}
          options={[...options]}
        />
      )}
    </Field>
  );
  return (
    <>
      {fresh && line('id', 48, t('administration.idHint'))}
      <div className="pair">
        {line('nameZh', 120)}
        {line('nameEn', 200)}
        {line('shortZh', 120)}
        {line('shortEn', 200)}
        {choice(
          'kind',
          organisationKind.options.map((value) => ({ value, label: t(`terms.kind.${value}`) })),
        )}
        {choice(
          'level',
          profileSchema.shape.level.options.map((value) => ({ value, label: t(`terms.level.${value}`) })),
        )}
        {line('regionCode', 6, t('administration.regionCodeHint'))}
        <Field label={t('administration.creditCode')}>
          {(ids) => (
            <Input
              {...ids}
              autoComplete="off"
              maxLength={18}
              value={typed.creditCode}
              onChange={(event) => set({ creditCode: event.target.value.trim().toUpperCase(), codeOverridden: false })}
            />
          )}
        </Field>
      </div>
      {twin && (
        <div className="hint" role="status">
          {t('administration.twin', { name: twin.profile.shortName[language] })}
        </div>
      )}
      {doubtful && (
        <Checkbox checked={typed.codeOverridden} onChange={(event) => set({ codeOverridden: event.target.checked })}>
          {t('administration.codeOverride')}
        </Checkbox>
      )}
      {choice('superior', [
        { value: '', label: t('administration.noSuperior') },
        ...organisations.filter(({ id }) => id !== typed.id).map(({ id, profile }) => ({ value: id as string, label: profile.shortName[language] })),
      ])}
      {line('source', 200)}
      <Checkbox
        checked={typed.document !== undefined}
        onChange={(event) => set({ document: event.target.checked ? typedDocument(today) : undefined })}
      >
        {t('administration.withDocument')}
      </Checkbox>
      {typed.document && <DocumentFields value={typed.document} onChange={(document) => set({ document })} />}
      {mayVerify ? (
        <Checkbox checked={typed.verified} onChange={(event) => set({ verified: event.target.checked })}>
          {t('administration.verifiedAsk')}
        </Checkbox>
      ) : (
        <div className="muted small">{t('administration.unverifiedNote')}</div>
      )}
    </>
  );
}
