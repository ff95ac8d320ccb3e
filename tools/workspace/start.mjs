// `npm start` shows the main job on the example repository; `npm start -- ARGS` is the cli with its exit code. What is missing is installed and built first.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { install, need } from "./install.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cwd = process.env.INIT_CWD ?? process.cwd();
process.chdir(root);
install();
const args = process.argv.slice(2);
const isTour = args.length === 0;
need(process.execPath, ["tools/workspace/build.mjs", isTour ? "examples/phase-12" : "packages/cli"]);
const program = isTour ? `${root}/examples/phase-12/dist/main.js` : `${root}/packages/cli/dist/bin.cjs`;
const { status } = spawnSync(process.execPath, [program, ...args], { stdio: "inherit", cwd });
process.exit(status ?? 2);
