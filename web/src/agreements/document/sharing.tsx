import type { AgreementContent } from '@lianyu/domain/agreements';
import { exactPercent, ratio, type RatioText } from '@lianyu/domain/money';
import type { SharingTerm } from '@lianyu/domain/sharing';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../ui/index.ts';

/** The money terms where the eye finds them: a line for each stretch of years, shares as figures and as a bar. */
export function SharingFigure({ term, content }: { term: SharingTerm; content: AgreementContent }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const parties = content.parties.map(({ organisation }) => organisation);
  return (
    <div className="bands">
      <table className="data">
        <thead>
          <tr>
            <th>{t('agreements.sharing.years')}</th>
            {parties.map((party) => (
              <th key={party} className="num">
                {nameOf(party)}
              </th>
            ))}
            <th className="bar-column">{t('agreements.sharing.ratio')}</th>
          </tr>
        </thead>
        <tbody>
          {term.allocation.bands.map(({ fromYear, toYear, shares }) => {
            const of = (party: string): RatioText => shares.find((share) => share.party === party)?.ratio ?? ['0', '1'];
            return (
              <tr key={fromYear}>
                <td>{toYear === undefined ? t('agreements.sharing.onwards', { from: fromYear }) : toYear === fromYear ? t('agreements.sharing.one', { from: fromYear }) : t('agreements.sharing.fromTo', { from: fromYear, to: toYear })}</td>
                {parties.map((party) => (
                  <td key={party} className="num">
                    {shareWords(of(party))}
                  </td>
                ))}
                <td className="bar-column">
                  <div className="bar" aria-hidden="true">
                    {parties.map((party, index) => (
                      <i key={party} style={{ flexGrow: weight(of(party)), background: `var(--share-${'abcd'[index % 4]})` }} />
                    ))}
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** 60 % where that is exact, otherwise the fraction. */
function shareWords(share: RatioText): string {
  const percent = exactPercent(ratio(share));
  return percent === undefined ? `${share[0]}/${share[1]}` : `${percent} %`;
}

/** Only for the width of a bar, never for money. */
const weight = ([n, d]: RatioText) => Number(n) / Number(d);
