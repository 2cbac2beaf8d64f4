import { type AgreementContent, chineseNumeral } from '@lianyu/domain/agreements';

/** `第三条 利益共享`: the clause as the paper numbers it. */
export function titleOf({ clauses }: AgreementContent, id: string): string {
  const index = clauses.findIndex((clause) => clause.id === id);
  return `第${chineseNumeral(index + 1)}条 ${clauses[index]?.heading.zh ?? ''}`;
}
