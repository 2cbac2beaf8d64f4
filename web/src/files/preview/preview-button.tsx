import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptFile } from '../upload.ts';

/** The viewers come when somebody looks at a file. */
const PreviewDialog = lazy(() => import('./dialog.tsx'));

export function PreviewButton({ file }: { file: KeptFile }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" className="no-print" aria-label={`${t('attachments.preview')} ${file.name}`} onClick={() => setOpen(true)}>
        {t('attachments.preview')}
      </Button>
      {open && (
        <Suspense>
          <PreviewDialog file={file} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
