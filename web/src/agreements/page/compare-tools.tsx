import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../i18n/format.ts';
import { useNames } from '../../ui/index.ts';
import type { Comparison } from './comparison.ts';
import type { AgreementView } from './use-agreement.ts';

interface Props {
  readonly view: AgreementView;
  readonly comparison: Comparison;
  readonly onChoose: (chosen: { proposal?: number | undefined; against?: number | undefined }) => void;
}

/** Which proposal lies in front, and which it is compared with: any two. */
export function CompareTools({ view: { negotiation, signed }, comparison: { number, against }, onChoose }: Props) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const proposals = [...(negotiation?.proposals ?? [])].sort((one, other) => other.number - one.number);
  if (proposals.length < (signed ? 1 : 2)) return null;
  const labelled = proposals.map((proposal) => ({
    value: proposal.number,
    label: `${t('agreements.round', { number: proposal.number })} · ${nameOf(proposal.party)} · ${formatDay(proposal.at)}`,
  }));
  return (
    <span className="compare-tools">
      <Select
        aria-label={t('agreements.page.shownText')}
        value={number ?? 0}
        popupMatchSelectWidth={false}
        onChange={(proposal) => onChoose({ proposal: proposal || undefined, against: undefined })}
        options={[...(signed ? [{ value: 0, label: t('agreements.page.signedText') }] : []), ...labelled]}
      />
      <Select
        aria-label={t('agreements.page.compare')}
        value={against}
        popupMatchSelectWidth={false}
        onChange={(chosen) => onChoose({ proposal: number, against: chosen })}
        options={[
          { value: 0, label: t('agreements.page.noCompare') },
          ...proposals
            .filter((proposal) => proposal.number !== number)
            .map((proposal) => ({ value: proposal.number, label: t('agreements.page.compareWith', { number: proposal.number }) })),
        ]}
      />
    </span>
  );
}
