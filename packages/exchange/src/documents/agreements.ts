import { type CooperationMode, modeWords } from '@lianyu/domain/agreements';
import type { Sheet } from '../sheets/index.ts';
import { type Language, said, stageWords } from './words.ts';

/** A line of the list, with what its reader may know. */
export interface ListedAgreement {
  readonly id: string;
  readonly stage: keyof typeof stageWords;
  readonly parties: readonly string[];
  readonly beganOn: string;
  readonly lastMoveOn: string;
  readonly title?: { readonly zh: string; readonly en: string } | undefined;
  readonly mode?: CooperationMode | undefined;
  readonly number?: string | undefined;
  readonly registered?: true | undefined;
  readonly round?: number | undefined;
  readonly turn?: readonly string[] | undefined;
  readonly concludedOn?: string | undefined;
  /** Of a paper, as far as is known: `2011`, `2011-05`. */
  readonly signedOn?: string | undefined;
  readonly effectiveOn?: string | undefined;
  readonly until?: string | undefined;
  readonly endedOn?: string | undefined;
}

/** The list of agreements as a sheet: a line each, in the order of the page. What is not known to the reader is an empty cell. */
export function agreementsSheet(agreements: readonly ListedAgreement[], nameOf: (organisation: string) => string, l: Language): Sheet {
  const between = l === 'zh' ? '、' : '; ';
  return {
    name: said.agreements[l],
    above: [said.agreements[l]],
    columns: [
      { header: said.agreementNumber[l], kind: 'text', width: 18 },
      { header: said.title[l], kind: 'text', width: 44 },
      { header: said.mode[l], kind: 'text', width: 16 },
      { header: said.parties[l], kind: 'text', width: 50 },
      { header: said.stage[l], kind: 'text', width: 14 },
      { header: said.registered[l], kind: 'text', width: 10 },
      { header: said.round[l], kind: 'text', width: 8 },
      { header: said.turn[l], kind: 'text', width: 30 },
      { header: said.beganOn[l], kind: 'date', width: 14 },
      { header: said.lastMoveOn[l], kind: 'date', width: 14 },
      { header: said.signedOn[l], kind: 'text', width: 14 },
      { header: said.inForceOn[l], kind: 'date', width: 14 },
      { header: said.until[l], kind: 'date', width: 14 },
      { header: said.endedOn[l], kind: 'date', width: 14 },
      { header: said.id[l], kind: 'text', width: 38 },
    ],
    rows: agreements.map((row) => [
      row.number ?? '',
      row.title ? row.title[l] || row.title.zh : '',
      row.mode ? modeWords[row.mode][l] : '',
      row.parties.map(nameOf).join(between),
      stageWords[row.stage][l],
      row.registered ? said.yes[l] : '',
      row.round?.toString() ?? '',
      (row.turn ?? []).map(nameOf).join(between),
      row.beganOn,
      row.lastMoveOn,
      row.concludedOn ?? row.signedOn ?? '',
      row.effectiveOn ?? '',
      row.until ?? '',
      row.endedOn ?? '',
      row.id,
    ]),
  };
}
