import { beijingDate } from '@lianyu/domain/kernel';
import type { ProjectState } from '@lianyu/domain/projects';
import { fileReferences } from '../figures/files.ts';
import type { Document } from '../projection.ts';

/** Who reads a project opens its evidence: of milestones, and of what is committed to. */
export function evidence({ id, parties, milestones, commitments }: ProjectState): readonly Document[] {
  const audiences = parties.map((party) => `organisation:${party}` as const);
  const of = (
    what: string,
    { party: owner, at }: (typeof milestones)[number] | (typeof commitments)[number],
    documents: (typeof milestones)[number]['content']['documents'],
  ) => fileReferences(documents, `project/${id}/${what}`, audiences, { owner, on: beijingDate(at) });
  return [
    ...milestones.flatMap((each) => of(`milestone/${each.number}`, each, each.content.documents)),
    ...commitments.flatMap((each) => of(`commitment/${each.number}`, each, each.content.documents)),
  ];
}
