import { defineConfig } from 'vitest/config';

const report = process.env.BACKCHANNEL_TEST_REPORT;

/** Acceptance checks on real documents that are not part of the project; `.ci/run` runs them where the folder exists. */
export default defineConfig({
  test: {
    include: ['tests/acceptance/**/*.test.ts'],
    testTimeout: 120_000,
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
  },
});
