// The commands of secret-scan.
import type { Command } from "@caio/repo-model/check";
import type { SecretScanOptions } from "../defaults.js";
import { historyCommand } from "./history.js";
import { rulesCommand } from "./rules.js";
import { stdinCommand } from "./stdin.js";
import { triageCommand } from "./triage.js";

export const commands: readonly Command<SecretScanOptions>[] = [historyCommand, triageCommand, rulesCommand, stdinCommand];
