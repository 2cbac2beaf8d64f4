import { errorBody } from '@lianyu/contract/errors';
import { z } from 'zod';
import type { Http } from './http.ts';
import { problem } from './problem.ts';

/** Whether requests can be served in full, and what is missing. Open to everybody: nothing in it may count events (LV-3). */
export type Readiness = () => Promise<{ readonly ready: boolean; readonly details: Readonly<Record<string, string | boolean>> }>;

const details = z.record(z.string(), z.union([z.string(), z.boolean()]));

/** What an operator, a load balancer and a developer ask. */
export function systemRoutes(app: Http, ready: Readiness): void {
  app.get(
    '/api/health',
    {
      config: { access: 'public', rateLimit: false },
      schema: { tags: ['system'], summary: 'The process is up', response: { 200: z.strictObject({ up: z.literal(true) }) } },
    },
    async () => ({ up: true as const }),
  );
  app.get(
    '/api/ready',
    {
      config: { access: 'public' },
      schema: {
        tags: ['system'],
        summary: 'Requests can be served in full',
        response: { 200: z.strictObject({ ready: z.literal(true), details }), 503: errorBody },
      },
    },
    async () => {
      const told = await ready();
      if (!told.ready) throw problem('NOT_READY', told.details);
      return { ready: true as const, details: { ...told.details } };
    },
  );
  app.get(
    '/api/openapi.json',
    {
      config: { access: 'public' },
      schema: { tags: ['system'], summary: 'This description', response: { 200: z.looseObject({ openapi: z.string() }) } },
    },
    async () => ({ openapi: '3.1.0', ...app.swagger() }),
  );
}
