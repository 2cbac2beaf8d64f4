import { byHeaderOf, type Header, headerIn, plainHeader, type Row } from '../table/index.ts';

/** What a column of a table of paper agreements may hold. */
export type PaperField =
  | 'title'
  | 'titleEn'
  | 'mode'
  | 'origin'
  | 'destination'
  | 'participants'
  | 'signedOn'
  | 'effectiveOn'
  | 'until'
  | 'documentNumber'
  | 'summary'
  | 'sharing'
  | 'citation'
  | 'verification'
  | 'note';

/** Headers by which a column is known. The first is what we call it. */
export const paperHeaders: Readonly<Record<PaperField, readonly string[]>> = {
  title: ['协议名称', '名称', '标题', 'title', 'agreement'],
  titleEn: ['英文名称', '英文标题', 'titleen', 'englishtitle'],
  mode: ['合作模式', '合作方式', 'mode'],
  origin: ['迁出地', '飞出地', '迁出方', 'origin'],
  destination: ['迁入地', '飞入地', '迁入方', 'destination'],
  participants: ['参与方', '其他各方', 'participants'],
  signedOn: ['签订日期', '签署日期', '签订时间', 'signed', 'signedon'],
  effectiveOn: ['生效日期', 'effective', 'effectiveon'],
  until: ['届满日期', '到期日期', '截止日期', 'until', 'expires'],
  documentNumber: ['文号', '协议编号', 'documentnumber', 'number'],
  summary: ['主要内容', '内容', '条款', 'summary', 'terms'],
  sharing: ['利益共享', '分享条款', 'sharing'],
  citation: ['来源', '出处', 'citation', 'source'],
  verification: ['核实情况', '核实', 'verification', 'verified'],
  note: ['备注', '说明', 'note', 'remarks'],
};

const byHeader = byHeaderOf(paperHeaders);

export type PaperHeader = Header<PaperField>;

export const paperHeaderIn = (rows: readonly Row[]): PaperHeader | undefined =>
  headerIn(rows, (column) => {
    const field = byHeader.get(plainHeader(column.header));
    return field && { field, column };
  });
