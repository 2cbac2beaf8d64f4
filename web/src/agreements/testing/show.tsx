import type { Me } from '@lianyu/contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { MeContext } from '../../app/session.tsx';
import { i18n } from '../../i18n/index.ts';
import '../../theme/tokens.css';

void i18n.changeLanguage('zh');

/** A page as the application would show it, at an address of its own. Returns the router, to look at the address. */
export function pageAt(address: string, path: string, page: ReactNode, me: Me) {
  const router = createMemoryRouter(
    [
      { path, element: page },
      { path: '*', element: <p>elsewhere</p> },
    ],
    { initialEntries: [address] },
  );
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const element = (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <ConfigProvider button={{ autoInsertSpace: false }} theme={{ token: { motion: false } }}>
          <App component={false}>
            <MeContext value={me}>
              <RouterProvider router={router} />
            </MeContext>
          </App>
        </ConfigProvider>
      </QueryClientProvider>
    </I18nextProvider>
  );
  return { router, element };
}

export function meOf(organisation: Me['organisation'], change: Partial<Me> = {}): Me {
  return {
    member: '00000000-0000-4000-8000-0000000000aa' as Me['member'],
    name: '某人',
    office: '经办人',
    organisation,
    organisationKind: 'zone',
    delegations: [],
    roles: ['drafter'],
    audiences: [],
    demonstration: false,
    signedInAt: '2026-03-14T00:00:00.000Z' as Me['signedInAt'],
    ...change,
  };
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** Answers of the server by path; what is asked is noted. What no answer is given for does not exist. */
export function answerWith(answers: Readonly<Record<string, (asked: Asked) => { status?: number; body: unknown }>>): Asked[] {
  const asked: Asked[] = [];
  globalThis.fetch = async (input, init) => {
    const one: Asked = {
      method: init?.method ?? 'GET',
      path: String(input),
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined,
    };
    asked.push(one);
    const found = Object.entries(answers).find(([start]) => one.path.startsWith(start));
    const { status = 200, body } = found ? found[1](one) : { status: 404, body: { error: { code: 'NOT_FOUND', data: {}, requestId: 'test' } } };
    return new Response(JSON.stringify(body), { status });
  };
  return asked;
}
