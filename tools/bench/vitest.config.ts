import { defineConfig } from "vitest/config";

export default defineConfig({
  root: import.meta.dirname,
  ssr: { resolve: { conditions: ["@caio/source"] } },
  test: { name: "bench", include: ["src/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 120_000 },
});
