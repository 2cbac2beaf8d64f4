import { type ProjectStanding, projectStandingWords } from '@lianyu/domain/projects';
import { Tag } from '../ui/index.ts';
import { useProjectTexts } from './texts.ts';

/** Said where a project does not simply go on. */
export function Standing({ standing }: { standing: ProjectStanding }) {
  const { language } = useProjectTexts();
  if (standing === 'active') return null;
  return <Tag tone={standing === 'stalled' ? 'wait' : 'fail'}>{projectStandingWords[standing][language]}</Tag>;
}
