import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // The package imports JSON without an import attribute, so Node cannot load it unbundled.
    server: { deps: { inline: [/@actions\/(workflow-parser|expressions)/] } },
  },
});
