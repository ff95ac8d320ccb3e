// Commands of doc-sync beside the check itself.
import type { Command } from "@caio/repo-model/check";
import type { DocSyncOptions } from "./defaults.js";
import { read } from "./read.js";

/** `status`: each thing's state in each document. */
export const statusCommand: Command<DocSyncOptions> = {
  name: "status",
  summary: "the status of each thing in each document",
  flags: { json: { summary: "print the matrices as JSON" } },
  async run({ context, options, flags }) {
    const { matricesOf, matricesText } = await import("./status/matrix.js");
    for await (const facts of read(context, { ...options, online: false })) {
      if (facts.part !== "statuses") continue;
      const matrices = matricesOf(facts.status);
      return { kind: "text", text: flags["json"] === true ? `${JSON.stringify({ version: 1, matrices }, undefined, 2)}\n` : matricesText(matrices) };
    }
    return { kind: "text", text: "" };
  },
};
