import { defineConfig } from "vitest/config";

export default defineConfig({
  root: import.meta.dirname,
  ssr: { resolve: { conditions: ["@caio/source"] } },
  test: { name: "nx", include: ["src/**/*.test.ts"], globalSetup: "../../tools/workspace/bundle-for-tests.mjs", testTimeout: 300_000, hookTimeout: 300_000 },
});
