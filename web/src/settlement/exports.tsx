import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type AccountId, apiPath } from './address.ts';

/** The statement out of the page: as a sheet of fixed values, as text, or on paper. */
export function Exports({ id, from }: { id: AccountId; from: string }) {
  const { t } = useTranslation();
  const path = `${apiPath(id)}/periods/${from}`;
  return (
    <>
      <a className="button-like no-print" href={`${path}/export.xlsx`} download>
        {t('settlement.export.xlsx')}
      </a>
      <a className="button-like no-print" href={`${path}/export.csv`} download>
        {t('common.export')}
      </a>
      <Button className="no-print" onClick={() => print()}>
        {t('agreements.page.print')}
      </Button>
    </>
  );
}
