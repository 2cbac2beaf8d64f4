import type { Attachment } from '@lianyu/domain/agreements';
import type { AuthorityDocument } from '@lianyu/domain/organisations';
import type { Move } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { formatDay, formatInstant } from '../../i18n/format.ts';
import { Hash, Tag, useNames } from '../../ui/index.ts';
import { isPrivate, moveWords } from './moves.tsx';
import { type SignedParty, toneOf } from './seals.ts';
import { signedWords } from './signed-words.ts';

interface Props {
  readonly parties: readonly SignedParty[];
  readonly digest: string;
  readonly attachments: readonly Attachment[];
  readonly moves: readonly Move[];
}

/** What stands behind the signatures and seals, for whoever wants to check them again elsewhere. */
export function Certificate({ parties, digest, attachments, moves }: Props) {
  const { t, i18n } = useTranslation();
  const nameOf = useNames();
  const daysOf = ({ from, until }: AuthorityDocument) =>
    until === undefined ? t('administration.from', { from }) : t('administration.fromUntil', { from, until });
  return (
    <section className="certificate" lang={i18n.language === 'en' ? 'en' : 'zh-CN'}>
      <h3>{t('agreements.page.certificate')}</h3>
      <dl>
        <div>
          <dt>{t('agreements.page.signedOver')}</dt>
          <dd>
            SHA-256 <Hash value={digest} />
          </dd>
        </div>
        {attachments.length > 0 && (
          <div>
            <dt>{t('attachments.title')}</dt>
            <dd>
              {attachments.map(({ digest: file, kind, name }) => (
                <div key={file}>
                  {t(`attachments.kinds.${kind}`)} · {name} · SHA-256 <Hash value={file} />
                </div>
              ))}
            </dd>
          </div>
        )}
        {parties.map(({ organisation, name, signed, seal, state }) => (
          <div key={organisation}>
            <dt>{name}</dt>
            <dd>
              {signed && <div>{t('agreements.page.signedBy', { who: signedWords(t, nameOf, signed), at: formatInstant(signed.at) })}</div>}
              {signed?.authority && (
                <div>
                  {t('agreements.page.authority', {
                    number: signed.authority.documentNumber,
                    by: signed.authority.issuedBy,
                    days: daysOf(signed.authority),
                  })}
                  {signed.authority.file !== undefined && (
                    <>
                      {' '}
                      · SHA-256 <Hash value={signed.authority.file} />
                    </>
                  )}
                </div>
              )}
              {seal && state && (
                <>
                  <div>
                    {t('agreements.page.sealedAt', { at: formatInstant(seal.at) })} · Ed25519{' '}
                    <Tag tone={toneOf(state)}>{t(`agreements.seal.${state}`)}</Tag>
                  </div>
                  <div>
                    {t('agreements.page.key')} <Hash value={seal.key} /> · {t('agreements.page.sealValue')} <Hash value={seal.value} />
                  </div>
                </>
              )}
              {!signed && !seal && '--'}
            </dd>
          </div>
        ))}
      </dl>
      <History moves={moves} />
      <p>{t('agreements.page.notReliable')}</p>
    </section>
  );
}

/** On paper, where nothing stands beside it: how it came about, oldest first, without what one party alone knows. */
function History({ moves }: { moves: readonly Move[] }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const known = [...moves].filter((move) => !isPrivate(move)).reverse();
  if (known.length === 0) return null;
  return (
    <div className="print-only">
      <h3>{t('agreements.page.moves')}</h3>
      <ol className="history">
        {known.map((move) => (
          <li key={`${move.at}${move.kind}${move.organisation ?? ''}`}>
            {formatInstant(move.at)} {move.organisation && nameOf(move.organisation)} {moveWords(t, move)}
            {move.on && move.on !== formatDay(move.at) && ` ${move.on}`}
          </li>
        ))}
      </ol>
    </div>
  );
}
