import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

export interface Certificate {
  /** PEM. */
  readonly certificate: Buffer;
  readonly key: Buffer;
  /** Where both lie, and the certificate as the authority that a client trusts. */
  readonly certificateFile: string;
  readonly keyFile: string;
  remove(): void;
}

/** A certificate of this machine's, signed by itself. */
export async function makeCertificate(): Promise<Certificate> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  const folder = mkdtempSync(join(tmpdir(), 'lianyu-certificate-'));
  const certificateFile = join(folder, 'node.crt');
  const keyFile = join(folder, 'node.key');
  writeFileSync(certificateFile, cert);
  writeFileSync(keyFile, key, { mode: 0o600 });
  return {
    certificate: Buffer.from(cert),
    key: Buffer.from(key),
    certificateFile,
    keyFile,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
