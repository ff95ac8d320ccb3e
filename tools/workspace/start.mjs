// `npm start -- ARGS` is the cli with its exit code; what is missing is installed and built first.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { install, need } from "./install.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cwd = process.env.INIT_CWD ?? process.cwd();
process.chdir(root);
install();
need("npx", ["tsc", "-b", "packages/cli"]);
const { status } = spawnSync(process.execPath, [`${root}/packages/cli/dist/bin.js`, ...process.argv.slice(2)], { stdio: "inherit", cwd });
process.exit(status ?? 2);
