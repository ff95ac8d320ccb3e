import { defineConfig } from "vitest/config";

export default defineConfig({
  root: import.meta.dirname,
  ssr: { resolve: { conditions: ["@caio/source"] } },
  test: { name: "ci", include: ["src/**/*.test.ts"], globalSetup: "../../tools/workspace/bundle-for-tests.mjs", testTimeout: 120_000, hookTimeout: 120_000 },
});
