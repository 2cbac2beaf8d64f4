import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../ui/index.ts';
import { Exchange } from './exchange.tsx';
import { OfferCoordination } from './offer.tsx';
import { useCoordination, useIsOffice } from './use-exchanges.ts';

/** 协调往来 of one agreement; nothing where the office has said nothing and the reader is not the office. */
export function Exchanges({ agreement, parties }: { agreement: string; parties: readonly string[] }) {
  const { t } = useTranslation();
  const isOffice = useIsOffice();
  const { exchanges } = useCoordination();
  const [offering, setOffering] = useState(false);
  const own = exchanges.filter((each) => each.agreement === agreement);
  if (own.length === 0 && !isOffice) return null;
  return (
    <Card
      title={t('exchanges.title')}
      extra={
        isOffice &&
        parties.length > 0 && (
          <Button size="small" onClick={() => setOffering(true)}>
            {t('exchanges.offer')}
          </Button>
        )
      }
    >
      {own.length === 0 ? (
        <p className="muted small">{t('exchanges.none')}</p>
      ) : (
        <ul className="list">
          {own.map((exchange) => (
            <Exchange key={exchange.coordination} exchange={exchange} />
          ))}
        </ul>
      )}
      <p className="muted small">{t('exchanges.note')}</p>
      {offering && <OfferCoordination about={{ agreement, parties }} onClose={() => setOffering(false)} />}
    </Card>
  );
}
