import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { termFrom } from '../../sharing/editor/term-shape.ts';
import { TermText } from '../../sharing/editor/term-text.tsx';
import type { RoughRecord } from '../../sharing/form/rough.ts';
import { Tag } from '../../ui/index.ts';
import { type DraftParty, partiesOf } from './model.ts';
import { anchorOf, ProblemLine, useDraftProblems } from './problems.tsx';

interface Props {
  readonly path: string;
  readonly sharing: RoughRecord;
  readonly parties: readonly DraftParty[];
  readonly onEdit: () => void;
}

/** A sharing clause among the others: how it reads so far, what is open in it, and the way to its form. */
export function SharingSummary({ path, sharing, parties, onEdit }: Props) {
  const { t } = useTranslation();
  const { problems } = useDraftProblems();
  const open = problems.filter((each) => each.path.startsWith(`${path}.`));
  const wrong = open.filter(({ problem }) => problem !== 'required');
  return (
    <div className="sharing-summary" id={anchorOf(path)}>
      <div className="row">
        <Button type={open.length > 0 ? 'primary' : 'default'} onClick={onEdit}>
          {t('sharing.edit')}
        </Button>
        {open.length === 0 ? (
          <Tag tone="ok">{t('sharing.complete')}</Tag>
        ) : (
          <Tag tone={wrong.length > 0 ? 'fail' : 'wait'}>{t('sharing.incomplete', { count: open.length })}</Tag>
        )}
      </div>
      {wrong.map((each) => (
        <ProblemLine key={each.path} path={each.path} />
      ))}
      <figure className="as-it-reads">
        <figcaption className="muted small">{t('agreements.draft.asItReads')}</figcaption>
        <TermText term={termFrom(sharing, partiesOf(parties))} parties={parties.map(({ organisation }) => organisation)} />
      </figure>
    </div>
  );
}
