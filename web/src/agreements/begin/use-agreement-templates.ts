import { useQuery } from '@tanstack/react-query';

/** Templates, clause library and attachments: they come when somebody drafts. */
export function useAgreementTemplates() {
  return useQuery({
    queryKey: ['agreement-templates'],
    queryFn: () => import('@lianyu/reference-data/agreement-templates'),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}

export type AgreementTemplates = NonNullable<ReturnType<typeof useAgreementTemplates>>;
