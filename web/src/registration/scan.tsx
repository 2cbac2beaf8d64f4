import type { RegistrationPage } from '@lianyu/projections/folds';
import { sha256Hex } from '@lianyu/proofs';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PreviewButton } from '../files/preview/preview-button.tsx';
import { addressOf } from '../files/upload.ts';
import { Card, Hash, Tag } from '../ui/index.ts';

/** The paper beside its transcription. Its hash is computed here; a picture is shown, anything else is looked at in isolation. */
export function Scan({ scan }: { scan: RegistrationPage['scan'] }) {
  const { t } = useTranslation();
  return (
    <Card title={t('registration.page.scan')} className="scan" extra={!scan && <Tag tone="wait">{t('registration.scanMissing')}</Tag>}>
      {scan ? <Shown key={scan.digest} scan={scan} /> : <p className="muted">{t('registration.page.scanNone')}</p>}
    </Card>
  );
}

interface Read {
  readonly holds: boolean;
  /** Of a picture only. */
  readonly picture: Blob | undefined;
}

const pictures: ReadonlySet<string> = new Set(['image/png', 'image/jpeg']);

function Shown({ scan }: { scan: NonNullable<RegistrationPage['scan']> }) {
  const { t } = useTranslation();
  const address = addressOf(scan);
  const found = useQuery({ queryKey: ['scan', scan.digest], queryFn: () => read(address, scan.digest), staleTime: Number.POSITIVE_INFINITY });
  const picture = useAddressOf(found.data?.holds ? found.data.picture : undefined);
  if (found.error) return <p className="muted">{t('registration.page.scanClosed')}</p>;
  if (!found.data) return <p className="muted">{t('registration.page.loading')}</p>;
  const { holds } = found.data;
  return (
    <>
      <div className="scan-line">
        <span>{scan.name}</span> <Hash value={scan.digest} digits={8} />
        <Tag tone={holds ? 'ok' : 'fail'}>{t(holds ? 'registration.page.scanHolds' : 'registration.page.scanBroken')}</Tag>
      </div>
      {picture !== undefined && <img src={picture} alt={scan.name} />}
      {holds && !found.data.picture && <PreviewButton file={scan} />}{' '}
      <a href={address} download={scan.name}>
        {t('registration.page.open')}
      </a>
    </>
  );
}

/** @throws Error when there is no such file for the viewer */
async function read(address: string, digest: string): Promise<Read> {
  const response = await fetch(address, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(String(response.status));
  const bytes = new Uint8Array(await response.arrayBuffer());
  const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
  return { holds: sha256Hex(bytes) === digest, picture: pictures.has(type) ? new Blob([bytes], { type }) : undefined };
}

/** An address for as long as the picture is shown. */
function useAddressOf(picture: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!picture) return;
    const made = URL.createObjectURL(picture);
    setAddress(made);
    return () => {
      setAddress(undefined);
      URL.revokeObjectURL(made);
    };
  }, [picture]);
  return address;
}
