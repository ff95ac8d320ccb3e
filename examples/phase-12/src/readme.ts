// The README of the example: what a terminal showed, word for word.
import { tour } from "./tour.js";

const head = `# The repository of Phase 12

The repository that this project grew from, as steps that build it in a temporary folder with real git history: documents whose statuses have
drifted, a \`.pre-commit-config.yaml\` with the stages' old names, a secret scan that shouts at placeholders, one real token in \`docs/\` and one key in
the history, tests that need a package which no manifest names, decision records, a branch that changes documents only and one that changes a guardrail.

\`npm start\` at the workspace's root builds it and walks through it; \`node examples/phase-12/dist/main.js --keep\` leaves the folder behind.
\`src/phase-12.test.ts\` holds the checks of the plan in the plan's own words, with the real \`pre-commit\` and real Python environments.
This page is written by \`node examples/phase-12/dist/main.js --readme\`; a test compares it with what caio says today.

## The tour

\`\`\`\`console
`;

/** The page's text. Throws when the tour did not go as it should. */
export function readme(): string {
  let shown = "";
  if (tour((text) => (shown += text)) !== 0) throw new Error(`The tour did not go as it should:\n${shown}`);
  return `${head}${shown.trimEnd()}\n\`\`\`\`\n`;
}
