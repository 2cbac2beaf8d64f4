/**
 * What a column holds. `amount` is yuan as `yuan()` writes them, `quantity` a plain decimal, `date` a calendar date: they come
 * from our own figures, never from what somebody typed. `text` may have been typed by anybody; `formula` is how a value came
 * about, in words beside it.
 */
export type ColumnKind = 'text' | 'amount' | 'quantity' | 'date' | 'formula';

export interface Column {
  readonly header: string;
  readonly kind: ColumnKind;
  /** In characters of the sheet's font; a Chinese character takes two. */
  readonly width?: number;
}

export interface Sheet {
  /** At most 31 characters; the ones that programs do not allow are replaced. */
  readonly name: string;
  /** Lines above the table: what it is, of whom, for when, what must not be done with it. */
  readonly above: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | undefined)[])[];
}

/** What stands first in every sheet and file of the appraisal ledger (after 桂政办发〔2024〕37号 第七条: for internal appraisal, not to be published). */
export const APPRAISAL_LABEL = '内部考核口径，不得对外发布 / For internal appraisal, not to be published';
/** What stands first in everything that comes from a demonstration. */
export const DEMONSTRATION_LABEL = '演示数据，并非真实 / Demonstration data, not real';

export interface Labels {
  readonly appraisal: boolean;
  readonly demonstration: boolean;
  /** For whom it was made and when, so that a copy that goes astray says where it came from. */
  readonly watermark?: string;
}

/** The sheet with the labels that it must carry as its first lines. */
export function labelled(sheet: Sheet, { appraisal, demonstration, watermark }: Labels): Sheet {
  const labels = [...(appraisal ? [APPRAISAL_LABEL] : []), ...(demonstration ? [DEMONSTRATION_LABEL] : [])];
  return { ...sheet, above: [...labels, ...sheet.above, ...(watermark === undefined ? [] : [watermark])] };
}
