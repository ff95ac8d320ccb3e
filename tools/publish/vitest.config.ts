import { defineConfig } from "vitest/config";

export default defineConfig({
  root: import.meta.dirname,
  ssr: { resolve: { conditions: ["@caio/source"] } },
  test: {
    name: "publish",
    include: ["src/**/*.test.ts"],
    globalSetup: "../../tools/workspace/bundle-for-tests.mjs",
    testTimeout: 240_000,
    hookTimeout: 900_000,
  },
});
