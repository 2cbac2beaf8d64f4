import { Button, Modal } from 'antd';
import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import type { Keeping } from './use-kept-draft.ts';

/** Nobody leaves with something unsaved without being asked: neither within the page nor by closing it. */
export function LeaveGuard({ keeping, keep, sent }: { keeping: Keeping; keep: () => Promise<boolean>; sent: RefObject<boolean> }) {
  const { t } = useTranslation();
  const unsaved = keeping !== 'saved';
  // Read at the moment of leaving: the page goes on in the same breath in which it was sent.
  const blocker = useBlocker(({ currentLocation, nextLocation }) => unsaved && !sent.current && currentLocation.pathname !== nextLocation.pathname);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [unsaved]);

  const saveAndLeave = async () => {
    setBusy(true);
    const kept = await keep();
    setBusy(false);
    if (kept) blocker.proceed?.();
    else blocker.reset?.();
  };
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={t('agreements.draft.notSaved')}
      onCancel={() => blocker.reset?.()}
      footer={
        <>
          <Button onClick={() => blocker.reset?.()}>{t('agreements.draft.stay')}</Button>
          <Button danger onClick={() => blocker.proceed?.()}>
            {t('agreements.draft.leave')}
          </Button>
          {keeping !== 'conflict' && (
            <Button type="primary" loading={busy} onClick={() => void saveAndLeave()}>
              {t('agreements.draft.saveAndLeave')}
            </Button>
          )}
        </>
      }
    >
      {t('agreements.draft.leaveAsk')}
    </Modal>
  );
}
