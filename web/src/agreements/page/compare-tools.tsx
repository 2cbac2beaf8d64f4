import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../i18n/format.ts';
import { useNames } from '../../ui/index.ts';
import { BASE, type Comparison } from './comparison.ts';
import type { AgreementView } from './use-agreement.ts';

interface Chosen {
  readonly proposal?: number | undefined;
  readonly version?: number | undefined;
  readonly against?: number | undefined;
}

interface Props {
  readonly view: AgreementView;
  readonly comparison: Comparison;
  readonly onChoose: (chosen: Chosen) => void;
}

/** Which text lies in front, and which it is compared with: any two proposals, any two versions of what is signed. */
export function CompareTools({ view: { negotiation, signed, base }, comparison: { number, version, against }, onChoose }: Props) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const proposals = [...(negotiation?.proposals ?? [])].sort((one, other) => other.number - one.number);
  const versions = [...(signed?.versions ?? [])].reverse();
  const many = proposals.length + versions.length > 1 || base !== undefined;
  if (!many) return null;
  const texts = [
    ...versions.map((each) => ({
      value: `v${each.version}`,
      label: each.version === 1 ? t('agreements.page.signedText') : t('agreements.versions.number', { number: each.version }),
    })),
    ...proposals.map((proposal) => ({
      value: `p${proposal.number}`,
      label: `${t('agreements.round', { number: proposal.number })} · ${nameOf(proposal.party)} · ${formatDay(proposal.at)}`,
    })),
  ];
  const others =
    version === undefined
      ? proposals
          .filter((proposal) => proposal.number !== number)
          .map((proposal) => ({ value: proposal.number, label: t('agreements.page.compareWith', { number: proposal.number }) }))
      : versions
          .filter((each) => each.version !== version)
          .map((each) => ({ value: each.version, label: t('agreements.versions.compareWith', { number: each.version }) }));
  const choose = (value: string) => {
    const chosen = Number(value.slice(1));
    onChoose(
      value.startsWith('v')
        ? { version: chosen, proposal: undefined, against: undefined }
        : { proposal: chosen, version: undefined, against: undefined },
    );
  };
  return (
    <span className="compare-tools">
      <Select
        aria-label={t('agreements.page.shownText')}
        value={version === undefined ? `p${number}` : `v${version}`}
        popupMatchSelectWidth={false}
        onChange={choose}
        options={texts}
      />
      <Select
        aria-label={t('agreements.page.compare')}
        value={against}
        popupMatchSelectWidth={false}
        onChange={(chosen) => onChoose({ proposal: number, version, against: chosen })}
        options={[
          { value: 0, label: t('agreements.page.noCompare') },
          ...(base ? [{ value: BASE, label: t('agreements.versions.compareWithBase') }] : []),
          ...others,
        ]}
      />
    </span>
  );
}
