import type { Move } from '@lianyu/projections/folds';
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAgo, formatDay, formatInstant } from '../../i18n/format.ts';
import { actedWords, Card, useNames, usePeople } from '../../ui/index.ts';
import { signedWords } from './signed-words.ts';

const FEW = 8;

/** 来往: what each has done, newest first. One's own internal steps stand among them, marked as seen by nobody else. */
export function Moves({ moves }: { moves: readonly Move[] }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const [all, setAll] = useState(false);
  const shown = all ? moves : moves.slice(0, FEW);
  const personOf = usePeople(shown.flatMap(({ member, onBehalfOf }) => [member, onBehalfOf].filter((each) => each !== undefined)));
  const now = Date.now();
  return (
    <Card title={t('agreements.page.moves')} extra={<span className="muted small">{t('agreements.page.moveCount', { count: moves.length })}</span>}>
      <ol className="list moves">
        {shown.map((move) => (
          <li key={`${move.at}${move.kind}${move.organisation ?? ''}${move.step ?? ''}`} className={isPrivate(move) ? 'own-only' : ''}>
            <time dateTime={move.at} title={formatInstant(move.at)}>
              {formatAgo(t, move.at, now)}
            </time>
            <div>
              {move.organisation && <b>{nameOf(move.organisation)} </b>}
              {moveWords(t, move)}
              {move.on && move.on !== formatDay(move.at) && <span className="muted small"> {move.on}</span>}
              {move.signatory && <div className="muted small words">{signedWords(t, nameOf, move.signatory)}</div>}
              {move.words && <div className="muted small words">{move.words}</div>}
              {isPrivate(move) && (
                <div className="muted small">{[t('agreements.page.ownOnly'), actedWords(t, personOf, move)].filter(Boolean).join(' · ')}</div>
              )}
            </div>
          </li>
        ))}
      </ol>
      {moves.length > FEW && (
        <Button type="link" size="small" onClick={() => setAll(!all)} aria-expanded={all}>
          {t(all ? 'agreements.page.fewerMoves' : 'agreements.page.allMoves', { count: moves.length })}
        </Button>
      )}
    </Card>
  );
}

/** What was done, in words. */
export function moveWords(t: TFunction, { kind, number, joint, step }: Move): string {
  return t(`terms.move.${kind}`, {
    number: number ?? '',
    joint: joint ? t(`terms.joint.${joint}`) : '',
    step: step ? t(`terms.step.${step}`) : '',
  });
}

export const isPrivate = ({ kind }: Move) => kind.startsWith('clearance-') || kind === 'department-consulted';
