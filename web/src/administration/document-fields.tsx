import type { AuthorityDocument } from '@lianyu/domain/organisations';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FileField } from '../files/file-field.tsx';
import type { KeptFile } from '../files/upload.ts';
import { Field, Hash } from '../ui/index.ts';

/** A document as it is typed; whether it is whole the schema says. */
export interface TypedDocument {
  readonly documentNumber: string;
  readonly issuedBy: string;
  readonly from: string;
  readonly until: string;
  readonly file: KeptFile | undefined;
}

export const typedDocument = (from: string): TypedDocument => ({ documentNumber: '', issuedBy: '', from, until: '', file: undefined });

export function documentFrom({ documentNumber, issuedBy, from, until, file }: TypedDocument) {
  return { documentNumber, issuedBy, from, ...(until === '' ? {} : { until }), ...(file === undefined ? {} : { file: file.digest }) };
}

/** 文号、签发单位、有效期 and, where there is one, the scan. */
export function DocumentFields({ value, onChange }: { value: TypedDocument; onChange: (value: TypedDocument) => void }) {
  const { t } = useTranslation();
  const set = (change: Partial<TypedDocument>) => onChange({ ...value, ...change });
  return (
    <>
      <div className="pair">
        <Field label={t('administration.documentNumber')}>
          {(ids) => <Input {...ids} maxLength={80} value={value.documentNumber} onChange={(event) => set({ documentNumber: event.target.value })} />}
        </Field>
        <Field label={t('administration.issuedBy')}>
          {(ids) => <Input {...ids} maxLength={120} value={value.issuedBy} onChange={(event) => set({ issuedBy: event.target.value })} />}
        </Field>
        <Field label={t('administration.documentFrom')}>
          {(ids) => <Input {...ids} type="date" value={value.from} onChange={(event) => set({ from: event.target.value })} />}
        </Field>
        <Field label={t('administration.documentUntil')}>
          {(ids) => <Input {...ids} type="date" min={value.from} value={value.until} onChange={(event) => set({ until: event.target.value })} />}
        </Field>
      </div>
      <FileField
        label={t('administration.documentFile')}
        hint={t('administration.documentFileHint')}
        files={value.file === undefined ? [] : [value.file]}
        onChange={([file]) => set({ file })}
      />
    </>
  );
}

/** One line about a document. */
export function DocumentLine({ document }: { document: AuthorityDocument }) {
  const { t } = useTranslation();
  const { documentNumber, issuedBy, from, until, file } = document;
  return (
    <span className="muted small document-line">
      {documentNumber} · {issuedBy} · {until === undefined ? t('administration.from', { from }) : t('administration.fromUntil', { from, until })}
      {file !== undefined && (
        <>
          {' '}
          · <Hash value={file} digits={8} />
        </>
      )}
    </span>
  );
}
