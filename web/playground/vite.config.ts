import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Everything the page needs is in the bundle: no request leaves the machine. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/playground/',
  logLevel: 'error',
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: fileURLToPath(new URL('../../dist/playground', import.meta.url)),
    emptyOutDir: true,
    chunkSizeWarningLimit: 10_000,
    target: 'es2022',
    // Under a strict content policy nothing may come as a data: URL but fonts and images.
    assetsInlineLimit: 0,
  },
});
