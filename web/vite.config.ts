import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Builds the desk into `dist/desk`. Nothing is put in line, so that the page runs under a strict Content-Security-Policy. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  build: {
    outDir: '../dist/desk',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    // Libraries mark parts for servers that render pages; there is none here.
    rolldownOptions: {
      // How the time of a build is spent is of no use to whoever installs.
      checks: { pluginTimings: false },
      onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)),
    },
  },
  worker: { format: 'es' },
});
