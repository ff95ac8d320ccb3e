// An npm registry on loopback: verdaccio with a storage of its own, and the configured registry behind it for what others publish.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A registry that runs. `environment` makes npm use it, with a cache and a user configuration of its own. */
export interface Registry {
  readonly url: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  stop(): Promise<void>;
}

const workspace = fileURLToPath(new URL("../../..", import.meta.url));
// From the root: npm gives no setting inside of a workspace's package.
const npmSetting = (name: string): string =>
  execFileSync("npm", ["config", "get", name], { cwd: workspace, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port.");
  return address.port;
}

/** The environment of this process without what npm and vitest put there, so that a child stands as in a new terminal. */
function cleanEnvironment(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|vitest|vite_|node_env$|init_cwd$|force_color$)/i.test(name)));
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/-/ping`)).ok;
  } catch {
    return false;
  }
}

/** Starts `program` (verdaccio) with all its files in `folder`. Throws with what it printed when it does not answer within a minute. */
export async function startRegistry(program: string, folder: string): Promise<Registry> {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const authority = npmSetting("cafile");
  const configuration = {
    storage: join(folder, "storage"),
    uplinks: { others: { url: npmSetting("registry"), timeout: "60s" } },
    packages: { "@caio/*": { access: "$all", publish: "$all" }, "**": { access: "$all", proxy: "others" } },
    log: { type: "stdout", format: "pretty", level: "warn" },
    web: { enable: false },
  };
  writeFileSync(join(folder, "verdaccio.yaml"), JSON.stringify(configuration));
  // npm wants a token before it publishes; this registry lets anybody.
  writeFileSync(join(folder, "npmrc"), `registry=${url}/\n//127.0.0.1:${port}/:_authToken=loopback\n`);
  const environment = {
    ...cleanEnvironment(),
    npm_config_userconfig: join(folder, "npmrc"),
    npm_config_cache: join(folder, "cache"),
    npm_config_registry: `${url}/`,
    // The cache is this registry's alone: what it has answered once is not asked for again.
    npm_config_prefer_offline: "true",
    npm_config_update_notifier: "false",
    NO_COLOR: "1",
  };
  const child = spawn(process.execPath, [program, "--config", join(folder, "verdaccio.yaml"), "--listen", `127.0.0.1:${port}`], {
    env: { ...(authority === "null" || authority === "" ? {} : { NODE_EXTRA_CA_CERTS: authority }), ...cleanEnvironment() },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => void (printed += String(part)));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  for (let tries = 0; !(await answers(url)); tries++) {
    if (tries > 300 || child.exitCode !== null) {
      child.kill();
      throw new Error(`The registry does not answer.\n${printed}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return {
    url,
    environment,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
