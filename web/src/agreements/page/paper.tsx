import { proposalDigest, verifySeal } from '@lianyu/proofs';
import type { ProposalDocument } from '@lianyu/projections/folds';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../i18n/format.ts';
import { Hash, Seal, SealPlace, Tag, useOrganisations } from '../../ui/index.ts';
import { PaperDocument } from '../document/document.tsx';
import type { AgreementView } from './use-agreement.ts';

/** The document in front of the viewer: what is signed, or the current proposal, with digest, signatures and seals. */
export function AgreementPaper({ view, current, before }: { view: AgreementView; current: ProposalDocument | undefined; before: ProposalDocument | undefined }) {
  const shown = view.signed ?? current;
  if (!shown) return null;
  return (
    <PaperDocument content={shown.content} before={view.signed ? undefined : before?.content} under={<DigestLine shown={shown} number={view.signed?.number} />}>
      <Signatures view={view} />
    </PaperDocument>
  );
}

/** The browser computes the digest itself from data, text and renderer (PF-2): it takes nobody's word for it. */
function DigestLine({ shown, number }: { shown: Pick<ProposalDocument, 'content' | 'text' | 'renderer' | 'digest'>; number: string | undefined }) {
  const { t } = useTranslation();
  const holds = useMemo(() => proposalDigest(shown) === shown.digest, [shown]);
  return (
    <>
      {number !== undefined && <div>{number}</div>}
      <div>
        {t('agreements.page.digest')} <Hash value={shown.digest} /> {holds ? <span className="muted">{t('agreements.page.digestHolds')}</span> : null}
      </div>
      {!holds && (
        <div role="alert">
          <Tag tone="fail">{t('agreements.page.digestBroken')}</Tag>
        </div>
      )}
    </>
  );
}

interface Executed {
  readonly party: string;
  readonly signed: { readonly name: string; readonly office: string; readonly at: string } | undefined;
  readonly seal: { readonly key: string; readonly value: string } | undefined;
}

function executionsOf({ signed, negotiation }: AgreementView): readonly Executed[] {
  if (signed) return signed.executions.map(({ party, signatory, signedAt, seal }) => ({ party, signed: { ...signatory, at: signedAt }, seal }));
  return (negotiation?.parties ?? []).map(({ organisation, signed: signature, sealed }) => ({ party: organisation, signed: signature, seal: sealed?.signature }));
}

/** Who signed, and the red seals, each verified against the digest that this page has computed. */
function Signatures({ view }: { view: AgreementView }) {
  const { t } = useTranslation();
  const organisations = useOrganisations();
  const content = view.signed?.content ?? view.proposals[0]?.content;
  const digest = view.signed?.digest ?? view.negotiation?.current.digest;
  if (!content || !digest) return null;
  const executions = executionsOf(view);
  return (
    <>
      <div className="signs">
        {content.parties.map(({ organisation, name }) => {
          const { signed, seal } = executions.find(({ party }) => party === organisation) ?? { signed: undefined, seal: undefined };
          const holds = seal !== undefined && verifySeal(seal, { negotiation: view.id, party: organisation, digest }) && (organisations.get(organisation)?.sealKey ?? seal.key) === seal.key;
          return (
            <div key={organisation}>
              {name.zh}
              <br />
              {t('agreements.page.signatory')}：{signed ? `${signed.name}（${signed.office}）` : <span className="muted">{t('agreements.page.waitingSignature')}</span>}
              <br />
              {t('agreements.page.date')}：{signed ? formatDay(signed.at) : ''}
              {seal ? <Seal name={name.zh} label={`${name.zh}：${t(holds ? 'agreements.page.sealHolds' : 'agreements.page.sealBroken')}`} /> : <SealPlace label={t('agreements.page.waitingSeal')} />}
              {seal && (
                <div className="seal-word">
                  <Tag tone={holds ? 'ok' : 'fail'}>{t(holds ? 'agreements.page.sealHolds' : 'agreements.page.sealBroken')}</Tag>
                </div>
              )}
            </div>
          );
        })}
      </div>
      {executions.some(({ seal }) => seal) && (
        <div className="certificate">
          <b>{t('agreements.page.certificate')}</b>
          {executions.map(
            ({ party, seal }) =>
              seal && (
                <div key={party}>
                  {content.parties.find(({ organisation }) => organisation === party)?.name.zh} · {t('agreements.page.key')} <Hash value={seal.key} /> · Ed25519 <Hash value={seal.value} />
                </div>
              ),
          )}
          <p>{t('agreements.page.notReliable')}</p>
        </div>
      )}
    </>
  );
}
