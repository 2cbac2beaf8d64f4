import '@fontsource-variable/noto-sans-sc/wght.css';
import '@fontsource-variable/noto-serif-sc/wght.css';
import './theme/tokens.css';
import './app/app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Root } from './app/root.tsx';
import { speak } from './i18n/index.ts';
import { languageRemembered } from './theme/preferences.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('no #root in the page');
// Whoever reads English does not see Chinese first.
speak(languageRemembered())
  .catch(() => undefined)
  .finally(() =>
    createRoot(root).render(
      <StrictMode>
        <Root />
      </StrictMode>,
    ),
  );
