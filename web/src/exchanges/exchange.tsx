import { commands } from '@lianyu/contract';
import type { DeadlineKind } from '@lianyu/domain/deadlines';
import type { CoordinationDocument } from '@lianyu/projections/folds';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../app/session.tsx';
import { formatDay, formatInstant } from '../i18n/format.ts';
import { AskReason, Tag, type Tone, useCommand, useNames, usePeople } from '../ui/index.ts';
import { useIsOffice } from './use-exchanges.ts';
import './exchanges.css';

export const exchangeTones: Readonly<Record<CoordinationDocument['kind'], Tone>> = { inquiry: 'act', supervision: 'wait', opinion: 'neutral' };
const ANSWERING = ['drafter', 'signatory', 'finance-officer'];

/** One thing that the office said, with what was answered; those to whom it was said answer, the office closes. On the wall with the last word alone; `acts` is false where nothing can be done, as in the past. */
export function Exchange({ exchange, onWall = false, acts = true }: { exchange: CoordinationDocument; onWall?: boolean; acts?: boolean }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const { coordination, agreement, kind, office, to, concerning, answerBy, answers, unanswered, open, closed } = exchange;
  const said = [{ party: office, ...exchange }, ...answers, ...(closed ? [{ party: office, ...closed }] : [])];
  const personOf = usePeople(said.flatMap(({ member }) => (member === undefined ? [] : [member])));
  return (
    <li className={open ? 'exchange' : 'exchange over'}>
      <div className="exchange-head">
        <Tag tone={exchangeTones[kind]}>{t(`exchanges.kind.${kind}`)}</Tag>
        <b>{onWall ? <Link to={`/agreements/${agreement}`}>{to.map(nameOf).join(' — ')}</Link> : to.map(nameOf).join('、')}</b>
        <span className="muted small">
          {closed
            ? t('exchanges.closedAt', { date: formatDay(closed.at) })
            : unanswered.length > 0
              ? t('exchanges.waiting', { names: unanswered.map(nameOf).join('、') })
              : t('exchanges.answered')}
        </span>
      </div>
      {concerning && (
        <div className="small">{t('exchanges.concerns', { what: t(`deadlines.kind.${concerning.kind as DeadlineKind}`), date: concerning.on })}</div>
      )}
      {(onWall ? said.slice(-1) : said).map(({ party, member, text, at }) => (
        <div key={`${party}${at}`} className={party === office ? 'exchange-said' : 'exchange-said answer'}>
          <div className="muted small">
            {[nameOf(party), member === undefined ? undefined : personOf(member), formatInstant(at)].filter(Boolean).join(' · ')}
          </div>
          <div className="words">{text}</div>
        </div>
      ))}
      {open && answerBy !== undefined && <div className="muted small">{t('exchanges.hoped', { date: answerBy })}</div>}
      {open && acts && <Ways coordination={coordination} to={to} />}
    </li>
  );
}

function Ways({ coordination, to }: Pick<CoordinationDocument, 'coordination' | 'to'>) {
  const { t } = useTranslation();
  const { organisation, roles } = useMe();
  const isOffice = useIsOffice();
  const { give, busy, refusal } = useCommand();
  const [doing, setDoing] = useState<'answer' | 'close'>();
  const [text, setText] = useState('');
  const answer = commands['answer-coordination'].safeParse({ coordination, text });
  const answers = to.includes(organisation) && roles.some((role) => ANSWERING.includes(role));
  const send = async () => {
    if (answer.success && (await give('answer-coordination', answer.data))) setDoing(undefined);
  };
  if (!answers && !isOffice) return null;
  return (
    <div className="exchange-ways">
      {answers && doing === 'answer' && (
        <>
          <Input.TextArea
            aria-label={t('exchanges.answer')}
            rows={3}
            maxLength={2000}
            autoFocus
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          {refusal !== undefined && (
            <div className="refusal small" role="alert">
              {refusal}
            </div>
          )}
          <div className="row">
            <Button type="primary" size="small" loading={busy} disabled={!answer.success} onClick={() => void send()}>
              {t('exchanges.sendAnswer')}
            </Button>
            <Button type="text" size="small" onClick={() => setDoing(undefined)}>
              {t('common.cancel')}
            </Button>
          </div>
        </>
      )}
      {answers && doing !== 'answer' && (
        <Button size="small" onClick={() => setDoing('answer')}>
          {t('exchanges.answer')}
        </Button>
      )}
      {isOffice && (
        <Button size="small" onClick={() => setDoing('close')}>
          {t('exchanges.close')}
        </Button>
      )}
      <AskReason
        title={t('exchanges.closeTitle')}
        ok={t('exchanges.close')}
        open={doing === 'close'}
        busy={busy}
        refusal={refusal}
        onCancel={() => setDoing(undefined)}
        onOk={(reason) => void give('close-coordination', { coordination, text: reason }).then((done) => done && setDoing(undefined))}
      />
    </div>
  );
}
