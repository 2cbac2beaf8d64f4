import { useTranslation } from 'react-i18next';
import { formatDay } from '../../i18n/format.ts';
import { Seal, SealPlace, Tag, useNames, useOrganisations } from '../../ui/index.ts';
import type { Checked, StoredText } from '../document/stored-text.ts';
import { Certificate } from './certificate.tsx';
import { executionsOf, sealState, toneOf } from './seals.ts';
import { signedWords } from './signed-words.ts';
import type { AgreementView } from './use-agreement.ts';
import './seals.css';

/** Who signed, and the red seals, each verified against the digest that this page has computed itself. */
export function Signatures({ view, shown, checked }: { view: AgreementView; shown: StoredText; checked: Checked }) {
  const { t } = useTranslation();
  const organisations = useOrganisations();
  const nameOf = useNames();
  const { signed: agreement } = view;
  const executions = executionsOf(view);
  const parties = shown.content.parties.map(({ organisation, name }) => {
    const execution = executions.find(({ party }) => party === organisation);
    const enrolled = organisations.get(organisation)?.sealKey;
    const state = execution?.seal && sealState(execution.seal, { negotiation: view.id, party: organisation, computed: checked.computed }, enrolled);
    return { organisation, name: name.zh, signed: execution?.signed, seal: execution?.seal, state };
  });
  // Nothing was signed here, and no place for a seal stands empty.
  if (agreement?.registered)
    return (
      <p className="on-paper">
        <b>{t('registration.page.onPaper')}</b> {t('registration.page.onPaperNote', { date: agreement.concludedOn })}
      </p>
    );
  return (
    <>
      <div className="signs" lang="zh-CN">
        {parties.map(({ organisation, name, signed, state }) => (
          <div key={organisation}>
            {name}
            <br />
            {t('agreements.page.signatory')}：
            {signed ? signedWords(t, nameOf, signed) : <span className="muted">{t('agreements.page.waitingSignature')}</span>}
            <br />
            {t('agreements.page.date')}：{signed && formatDay(signed.at)}
            {state === undefined ? (
              <SealPlace label={t('agreements.page.waitingSeal')} />
            ) : (
              <>
                <Seal name={name} label={`${name}：${t(`agreements.seal.${state}`)}`} />
                <div className="seal-word">
                  <Tag tone={toneOf(state)}>{t(`agreements.seal.${state}`)}</Tag>
                </div>
              </>
            )}
          </div>
        ))}
      </div>
      {parties.some(({ seal, signed }) => seal ?? signed) && (
        <Certificate parties={parties} digest={checked.computed} attachments={shown.content.attachments ?? []} moves={view.moves} />
      )}
    </>
  );
}
