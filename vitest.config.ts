import { defineConfig } from 'vitest/config';

// The conditions that Node itself resolves packages by under Vitest. With Vite's own, the tests would load one copy
// of graphql and the packages that build on it another, which graphql refuses.
const conditions = ['module-sync', 'node', 'development'];

export default defineConfig({
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: { include: ['test/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000, pool: 'forks' },
});
