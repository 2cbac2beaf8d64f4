import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstLoad } from './build/first-load.ts';

/** Browsers from Chromium 109 on. */
export default defineConfig({
  plugins: [react(), firstLoad({ limitBytes: 450 * 1000 })],
  build: {
    target: 'chrome109',
    sourcemap: false,
    chunkSizeWarningLimit: 1500,
    // The page in which files are shown is one of its own.
    rollupOptions: { input: ['index.html', 'preview.html'] },
  },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:8080',
      '/socket.io': { target: 'ws://127.0.0.1:8080', ws: true },
    },
  },
});
