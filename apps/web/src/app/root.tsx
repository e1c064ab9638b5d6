import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { StrictMode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { Refused } from '../api/problem.js';
import { nonce } from '../ui/nonce.js';
import { overlays } from '../ui/overlays.js';
import { still, theme } from '../ui/theme.js';
import { useDialogFocus } from '../ui/use-dialog-focus.js';
import { useReducedMotion } from '../ui/use-reduced-motion.js';
import { router } from './router.js';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // Lost answers are asked for again below; what was refused would be refused again.
      retry: (failures, error) => !(error instanceof Refused) && failures < 1,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

/** Everything that holds for all pages. */
export function Root() {
  const { i18n } = useTranslation();
  const calm = useReducedMotion();
  useDialogFocus();
  const english = i18n.language === 'en';
  useEffect(() => {
    dayjs.locale(english ? 'en' : 'zh-cn');
    // What the API says in words was asked for in the other language.
    void queries.invalidateQueries();
  }, [english]);
  return (
    <StrictMode>
      <ConfigProvider
        theme={calm ? still : theme}
        locale={english ? enUS : zhCN}
        componentSize="middle"
        csp={{ nonce }}
        getPopupContainer={overlays}
        button={{ autoInsertSpace: false }}
      >
        <App>
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </App>
      </ConfigProvider>
    </StrictMode>
  );
}
