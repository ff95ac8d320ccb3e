// A provider's row as `explain` shows it: what the token looks like, how it is found and told from a placeholder, where it is documented and revoked.
import { isChecksum } from "../judge/proof.js";
import { providers, type Provider } from "./index.js";
import { alphabets, type Shape } from "./shape.js";
import { unconfirmed } from "./unconfirmed.js";

function shapeText(shape: Shape): string {
  return shape
    .map((part) => {
      if (typeof part === "string") return `\`${part}\``;
      if ("either" in part) return part.either.map((literal) => (literal === "" ? "nothing" : `\`${literal}\``)).join(" or ");
      return `${part.min === part.max ? part.min : `${part.min} to ${part.max}`} of \`${alphabets[part.alphabet]}\``;
    })
    .join(", ");
}

function describe({ id, title, shape, names, proof, entropy, label, isDrawn, hours, source, revoke }: Provider): string {
  const lines = [
    `Form: ${shapeText(shape)}.`,
    ...(names === undefined
      ? []
      : [`It has no mark of its own: it is told by the name that it is assigned to, which holds ${names.map((name) => `\`${name}\``).join(" or ")}.`]),
    ...(proof === undefined
      ? []
      : [`It carries ${isChecksum(proof) ? "a checksum" : "a structure"} (${proof}), which is checked offline: what fails it is a placeholder.`]),
    ...(entropy === undefined ? [] : [`What is drawn by chance in it has an entropy of at least ${entropy} bits a unit.`]),
    ...(label === undefined ? [] : [`It is ${label === "public" ? "meant to be public" : "for tests alone"}: a note on request.`]),
    ...(isDrawn === undefined ? [] : ["No vendor gives it out: where the path says that it is for a test, an example or a document, it is a note on request."]),
    ...(hours === undefined ? [] : [`It holds for ${hours} hours at most: in tests it is a note on request.`]),
    `Documentation: ${source}`,
    ...(unconfirmed.has(id) ? ["Its form stands on that page alone: no other scanner's rules or samples confirm it."] : []),
    ...(revoke === undefined ? [] : [`Revoke it at ${revoke}`]),
    `Off: \`providersOff: [${id}]\``,
  ];
  return `# ${id}\n\n${title}\n\n${lines.map((line) => `- ${line}\n`).join("")}`;
}

/** The text for a provider's id; undefined where there is none. */
export function explainProvider(id: string): string | undefined {
  const provider = providers.find((one) => one.id === id);
  return provider === undefined ? undefined : describe(provider);
}
