// The one list of test projects; vitest.config.ts re-exports it so that a bare `vitest run` finds it.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { projects: ["packages/*/vitest.config.ts", "examples/*/vitest.config.ts", "tools/*/vitest.config.ts"] },
});
