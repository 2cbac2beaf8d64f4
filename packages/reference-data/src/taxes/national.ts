import type { CalendarDate } from '@lianyu/domain/kernel';
import type { RatioText } from '@lianyu/domain/money';
import type { SchemeTax } from '@lianyu/domain/sharing';
import type { Source } from '../source.ts';

/** What of a tax stays with the places below the centre, all of them together, from a day on. */
export interface LocalShare {
  readonly tax: SchemeTax;
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
  readonly ratio: RatioText;
  readonly source: Source;
}

const TAX_SHARING_1994: Source = {
  citation: '国发〔1993〕85号',
  verification: 'partly',
  note: '决定原文未能完整读到，税种归属读自省级实施文件的转述',
};
const INCOME_TAX_2002: Source = {
  citation: '国发〔2001〕37号',
  verification: 'partly',
  note: '印发通知已读，分享比例读自地方实施文件；铁路、国家邮政、部分银行和海洋石油企业所得税归中央，不在此列',
};
const INCOME_TAX_2004: Source = {
  citation: '国发〔2003〕26号',
  verification: 'verified',
  note: '全额归中央的企业不在此列；跨省市总分机构的地方分享部分按财预〔2012〕40号由总机构25%、分支机构50%、各地间25%分配',
};
const VAT_2016: Source = { citation: '国发〔2016〕26号；国发〔2019〕21号', verification: 'verified', note: '地方按税收缴纳地分享' };

/**
 * The division between centre and places. What province, city and county keep of the local share differs by region and year and
 * is nowhere in this table: it comes with a document of the region, or as a rate that the parties state in their terms.
 */
export const localShares: readonly LocalShare[] = [
  share('value-added', '1994-01-01', '2016-04-30', ['1', '4'], {
    ...TAX_SHARING_1994,
    note: '营改增试点期间由营业税改征的增值税归属另有规定，不在此列',
  }),
  share('value-added', '2016-05-01', undefined, ['1', '2'], VAT_2016),
  share('enterprise-income', '2002-01-01', '2002-12-31', ['1', '2'], INCOME_TAX_2002),
  share('enterprise-income', '2003-01-01', '2003-12-31', ['2', '5'], INCOME_TAX_2002),
  share('enterprise-income', '2004-01-01', undefined, ['2', '5'], INCOME_TAX_2004),
  share('individual-income', '2002-01-01', '2002-12-31', ['1', '2'], INCOME_TAX_2002),
  share('individual-income', '2003-01-01', '2003-12-31', ['2', '5'], INCOME_TAX_2002),
  share('individual-income', '2004-01-01', undefined, ['2', '5'], INCOME_TAX_2004),
  share('business', '1994-01-01', '2016-04-30', ['1', '1'], {
    ...TAX_SHARING_1994,
    note: '铁道部门、各银行总行、各保险总公司集中缴纳的部分归中央，不在此列',
  }),
  share('urban-land-use', '1994-01-01', undefined, ['1', '1'], TAX_SHARING_1994),
  share('property', '1994-01-01', undefined, ['1', '1'], TAX_SHARING_1994),
  share('land-value-added', '1994-01-01', undefined, ['1', '1'], TAX_SHARING_1994),
  share('resource', '1994-01-01', undefined, ['1', '1'], { ...TAX_SHARING_1994, note: '海洋石油资源税归中央，不在此列' }),
  share('urban-maintenance', '1994-01-01', undefined, ['1', '1'], {
    ...TAX_SHARING_1994,
    note: '铁道部门、各银行总行、各保险总公司集中缴纳的部分归中央，不在此列',
  }),
  share('deed', '1994-01-01', undefined, ['1', '1'], { ...TAX_SHARING_1994, verification: 'unverified', note: '契税归属未能读到原文' }),
  share('stamp-duty', '1994-01-01', undefined, ['1', '1'], {
    citation: '国发〔1993〕85号；国发明电〔2015〕3号',
    verification: 'partly',
    note: '证券交易印花税自2016年1月1日起全部归中央（已读），不在此列；其他印花税归地方读自转述',
  }),
  share('environmental-protection', '2018-01-01', undefined, ['1', '1'], { citation: '国发〔2017〕56号', verification: 'verified' }),
];

function share(tax: SchemeTax, from: string, until: string | undefined, ratio: RatioText, source: Source): LocalShare {
  return { tax, from: from as CalendarDate, ...(until === undefined ? {} : { until: until as CalendarDate }), ratio, source };
}
