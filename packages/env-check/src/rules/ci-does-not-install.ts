// ci-does-not-install: a job of CI runs hooks or tests, and does not install what they need.
import { defineRule, type Draft } from "@caio/repo-model/check";
import type { CiLack } from "../ci/collect-ci.js";
import { lackGroups, listed } from "../ci/lack-groups.js";
import { chainText } from "../chain/step.js";
import type { EnvFacts } from "../facts.js";

export const ciDoesNotInstall = defineRule<EnvFacts, unknown>({
  id: "ci-does-not-install",
  summary: "A job of CI runs hooks or tests and does not install what they need.",
  severity: "error",
  *find({ ci }) {
    for (const group of lackGroups(ci.lacks.filter(({ isEnvironment }) => !isEnvironment))) yield draftOf(group[0], group);
  },
});

function draftOf(first: CiLack, group: readonly CiLack[]): Draft {
  const { job, command, at, open } = first;
  // A tool may come with another one of which nobody knows what it brings.
  const isOpenTool = group.every(({ isSure, isTool }) => isTool === true && !isSure);
  const unless = isOpenTool
    ? ` unless ${open
        .slice(0, 3)
        .map((name) => `\`${name}\``)
        .join(" or ")} brings it`
    : "";
  const { declaration, chain } = group.find((one) => one.declaration !== undefined) ?? first;
  const place = declaration === undefined ? "" : ` It is declared in ${declaration.at.path}:${declaration.at.start.line}.`;
  const way = chain.length === 0 ? "" : ` ${chainText(chain)} → ${first.name}.`;
  return {
    message: `The job \`${job}\` runs \`${command}\` and does not install ${listed(group)}.`,
    at,
    related: [
      ...chain.filter(({ kind }) => kind !== "job").map((step) => ({ message: step.text, at: step.at })),
      ...(declaration === undefined ? [] : [{ message: `declares \`${declaration.name}\``, at: declaration.at }]),
    ],
    help: `Install it in a step before this one${unless}.${place}${way}`,
    data: { job, command, missing: group.map(({ name }) => name), chain: chain.map(({ text }) => text) },
    fingerprintText: `${job} ${command} ${first.name}`,
    ...(group.some(({ isSure }) => isSure) ? {} : { severity: isOpenTool ? ("note" as const) : ("warning" as const) }),
  };
}
