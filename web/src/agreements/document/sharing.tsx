import { type AgreementContent, partyName } from '@lianyu/domain/agreements';
import type { RatioText } from '@lianyu/domain/money';
import type { ShareTerm } from '@lianyu/domain/sharing';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../ui/index.ts';
import type { TermChange } from '../redline/terms.ts';
import { Replaced } from './marked.tsx';
import { baseWords, shareChange, shareWords, startWords, yearsWords } from './sharing-words.ts';

type Band = ShareTerm['allocation']['bands'][number];

/** The money terms where the eye finds them: what is shared, a line for each stretch of years, shares as figures and as a bar. */
export function SharingFigure({ term, content, changes = [] }: { term: ShareTerm; content: AgreementContent; changes?: readonly TermChange[] }) {
  const { t, i18n } = useTranslation();
  const nameOf = useNames();
  const parties = content.parties.map(({ organisation }) => organisation);
  const change = ({ fromYear, toYear }: Band, party: string) =>
    changes.find((each) => each.field === 'share' && each.party === party && each.years.fromYear === fromYear && each.years.toYear === toYear);
  return (
    <figure className="bands" lang={i18n.language === 'en' ? 'en' : 'zh-CN'}>
      <figcaption>
        <b>{t('agreements.sharing.base')}</b> {baseWords(t, term.base)}
        <span className="muted"> · {startWords(t, term.start)}</span>
      </figcaption>
      <table className="data">
        <thead>
          <tr>
            <th>{t('agreements.sharing.years')}</th>
            {parties.map((party, index) => (
              <th key={party} className="num">
                <i className={`share-key ${shareClass(index)}`} aria-hidden="true" />
                {nameOf(party) === party ? partyName(index) : nameOf(party)}
              </th>
            ))}
            <th className="bar-column">{t('agreements.sharing.ratio')}</th>
          </tr>
        </thead>
        <tbody>
          {term.allocation.bands.map((band) => (
            <tr key={`${band.fromYear}-${band.toYear ?? ''}`}>
              <td>{yearsWords(t, band)}</td>
              {parties.map((party) => {
                const changed = change(band, party);
                return (
                  <td key={party} className="num">
                    {changed?.field === 'share' ? <Replaced {...shareChange(changed.before, changed.after)} /> : shareWords(shareOf(band, party))}
                  </td>
                );
              })}
              <td className="bar-column">
                <Bar shares={parties.map((party) => shareOf(band, party))} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function Bar({ shares }: { shares: readonly RatioText[] }) {
  return (
    <div className="bar" aria-hidden="true">
      {shares.map((share, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a share in a bar is its place
        <i key={index} className={shareClass(index)} style={{ flexGrow: weight(share) }} />
      ))}
    </div>
  );
}

const shareOf = (band: Band, party: string): RatioText => band.shares.find((share) => share.party === party)?.ratio ?? ['0', '1'];
const shareClass = (index: number) => `share-${'abcd'[index % 4]}`;

/** Only for the width of a bar, never for money. */
const weight = ([n, d]: RatioText) => Number(n) / Number(d);
