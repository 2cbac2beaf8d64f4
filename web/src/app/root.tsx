import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntdApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { I18nextProvider } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { i18n } from '../i18n/index.ts';
import { ApiError } from '../live/index.ts';
import { antdTheme } from '../theme/palette.ts';
import { PreferencesProvider, usePreferences } from '../theme/preferences.tsx';
import { router } from './router.tsx';

const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: (count, error) => count < 2 && error instanceof ApiError && error.code === 'OFFLINE', refetchOnWindowFocus: false },
  },
});

export function Root() {
  return (
    <I18nextProvider i18n={i18n}>
      <PreferencesProvider>
        <QueryClientProvider client={queries}>
          <Themed />
        </QueryClientProvider>
      </PreferencesProvider>
    </I18nextProvider>
  );
}

function Themed() {
  const { dark, still, language } = usePreferences();
  return (
    <ConfigProvider theme={antdTheme({ dark, still })} locale={language === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
      <AntdApp component={false}>
        <RouterProvider router={router} />
      </AntdApp>
    </ConfigProvider>
  );
}
