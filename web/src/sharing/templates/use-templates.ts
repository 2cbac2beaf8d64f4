import type { Basis, SharingTemplate } from '@lianyu/reference-data/sharing-templates';
import { useQuery } from '@tanstack/react-query';
import type { Tone } from '../../ui/index.ts';

/** The collection comes when somebody wants to begin with it. */
export function useSharingTemplates(): readonly SharingTemplate[] | undefined {
  return useQuery({
    queryKey: ['sharing-templates'],
    queryFn: async () => (await import('@lianyu/reference-data/sharing-templates')).sharingTemplates,
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}

export const verificationTone: Readonly<Record<SharingTemplate['source']['verification'], Tone>> = {
  verified: 'ok',
  partly: 'wait',
  unverified: 'fail',
};

/** Where a term began: `m2-zibo-shizuishan/0`. */
export function useTemplateOf(begun: string | undefined): { readonly template: SharingTemplate; readonly basis: readonly Basis[] } | undefined {
  const templates = useSharingTemplates();
  const [id, clause] = begun?.split('/') ?? [];
  const template = templates?.find((each) => each.id === id);
  const basis = template?.clauses[Number(clause)]?.basis;
  return template && basis ? { template, basis } : undefined;
}
