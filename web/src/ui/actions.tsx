import { Button, type ButtonProps, Input, Modal } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** An action that says what is missing when it cannot be taken, reachable by keyboard all the same. */
export function Action({ missing, children, ...button }: ButtonProps & { missing?: readonly string[] }) {
  const id = useId();
  const blocked = missing !== undefined && missing.length > 0;
  const { onClick, ...rest } = button;
  return (
    <div className="disabled-action">
      <Button
        {...rest}
        block
        aria-disabled={blocked}
        className={blocked ? 'ant-btn-disabled' : ''}
        aria-describedby={blocked ? id : undefined}
        {...(blocked || !onClick ? {} : { onClick })}
        type={blocked ? 'default' : (button.type ?? 'default')}
      >
        {children}
      </Button>
      {blocked && (
        <ul className="missing" id={id}>
          {missing.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface Asked {
  readonly title: ReactNode;
  readonly ok: string;
  readonly danger?: boolean;
  readonly children?: ReactNode;
  readonly open: boolean;
  readonly busy: boolean;
  /** What the server refused, in words. */
  readonly refusal?: string | undefined;
  readonly onCancel: () => void;
}

/** A question with an explanation, and the refusal in the same place if there is one. */
export function Ask({
  title,
  ok,
  danger = false,
  children,
  open,
  busy,
  refusal,
  onCancel,
  onOk,
  disabled = false,
}: Asked & { onOk: () => void; disabled?: boolean }) {
  const { t } = useTranslation();
  return (
    <Modal
      open={open}
      title={title}
      okText={ok}
      cancelText={t('common.cancel')}
      okButtonProps={{ danger, disabled, loading: busy }}
      onOk={onOk}
      onCancel={onCancel}
      destroyOnHidden
    >
      <div style={{ display: 'grid', gap: 12 }}>{children}</div>
      {refusal !== undefined && (
        <p role="alert" style={{ color: 'var(--fail)', marginBottom: 0 }}>
          {refusal}
        </p>
      )}
    </Modal>
  );
}

/** Asks for a reason, which is required. */
export function AskReason({ onOk, disabled = false, ...asked }: Asked & { onOk: (reason: string) => void; disabled?: boolean }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const id = useId();
  return (
    <Ask {...asked} disabled={disabled || reason.trim() === ''} onOk={() => onOk(reason.trim())}>
      {asked.children}
      <label htmlFor={id}>
        {t('common.reason')}（{t('common.required')}）
      </label>
      <Input.TextArea id={id} value={reason} onChange={(event) => setReason(event.target.value)} rows={4} maxLength={2000} showCount autoFocus />
    </Ask>
  );
}
