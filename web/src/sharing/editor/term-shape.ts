import { sharingTerm } from '@lianyu/domain/sharing';
import { dataFrom, type Parties, type RoughRecord, recordIn, roughFrom, textIn } from '../form/rough.ts';
import { type RecordShape, type Shape, shapeOf } from '../form/shape.ts';

/** The form of a whole term: first which kind it is, then its parts. */
export const termShape = shapeOf(sharingTerm, 'term') as Extract<Shape, { kind: 'node' }>;

/** The parts of the kind that was chosen; nothing before one is. */
export const chosenShape = (term: RoughRecord): RecordShape | undefined => termShape.options.get(textIn(term['node']));

/** What is filled in so far as data; whether it is a term, the schema says. */
export const termFrom = (term: RoughRecord, parties: Parties): unknown => dataFrom(termShape, term, parties, term);

/** A term as one would fill it in: reading it back gives the very same. */
export const roughTerm = (term: unknown, parties: Parties): RoughRecord => recordIn(roughFrom(termShape, term, parties, term));
