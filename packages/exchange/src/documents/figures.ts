import type { Unit } from '@lianyu/domain/money';
import type { FigureContent } from '@lianyu/domain/settlement';
import { measureWords } from '@lianyu/domain/sharing';
import type { Sheet } from '../sheets/index.ts';
import { decimal } from './statement.ts';
import { type Language, said, unitWords } from './words.ts';

/** A figure as lists have it. */
export interface ListedFigure extends FigureContent {
  readonly number: number;
  readonly party: string;
  readonly phase: string;
  readonly unit: Unit;
}

/** Figures under the headers that an import knows, so that a list that was corrected in a spreadsheet comes back. */
export function figuresSheet(figures: readonly ListedFigure[], nameOf: (organisation: string) => string, l: Language): Sheet {
  return {
    name: said.figures[l],
    above: [said.figures[l]],
    columns: [
      { header: said.number[l], kind: 'text', width: 10 },
      { header: said.measure[l], kind: 'text', width: 40 },
      { header: said.amount[l], kind: 'amount' },
      { header: said.unit[l], kind: 'text', width: 12 },
      { header: said.from[l], kind: 'date', width: 14 },
      { header: said.to[l], kind: 'date', width: 14 },
      { header: said.effectiveOn[l], kind: 'date', width: 14 },
      { header: said.company[l], kind: 'text', width: 30 },
      { header: said.code[l], kind: 'text', width: 24 },
      { header: said.consolidated[l], kind: 'text', width: 12 },
      { header: said.estimated[l], kind: 'text', width: 10 },
      { header: said.note[l], kind: 'text', width: 30 },
      { header: said.reporter[l], kind: 'text', width: 26 },
      { header: said.phase[l], kind: 'text', width: 14 },
      { header: said.document[l], kind: 'text', width: 30 },
      { header: said.hash[l], kind: 'text', width: 68 },
    ],
    rows: figures.map((figure) => [
      String(figure.number),
      measureWords[figure.measure][l],
      decimal(figure.amount, figure.unit),
      unitWords[figure.unit][l],
      figure.period.from,
      figure.period.to,
      figure.effectiveOn,
      figure.company?.name ?? '',
      figure.company?.code ?? '',
      figure.consolidated === undefined ? '' : said[figure.consolidated === 'branch' ? 'branch' : 'headOffice'][l],
      figure.estimated ? said.yes[l] : said.no[l],
      figure.note,
      nameOf(figure.party),
      figure.phase,
      figure.document.name,
      figure.document.digest,
    ]),
  };
}
