import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Prints what script the first page costs, compressed, and fails the build above the limit. */
export function firstLoad({ limitBytes }: { limitBytes: number }): Plugin {
  return {
    name: 'first-load',
    apply: 'build',
    generateBundle(_options, bundle) {
      const sizes = new Map<string, number>();
      const visit = (file: string): void => {
        const chunk = bundle[file];
        if (sizes.has(file) || chunk?.type !== 'chunk') return;
        sizes.set(file, gzipSync(chunk.code).length);
        chunk.imports.forEach(visit);
      };
      for (const [file, chunk] of Object.entries(bundle))
        if (chunk.type === 'chunk' && chunk.isEntry && chunk.facadeModuleId?.endsWith('/index.html')) visit(file);
      const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
      this.info(`first load: ${(total / 1000).toFixed(1)} kB of script, gzip (limit ${limitBytes / 1000} kB)`);
      if (total > limitBytes) this.error(`the first load is ${total} bytes of script, gzip; the limit is ${limitBytes}`);
    },
  };
}
