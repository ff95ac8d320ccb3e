// External addresses by their syntax alone: what no browser can follow.

/** Placeholders of templates and shells. */
const template = /[{}<>$*|\\^`]|\.\.\.|…|%[sdv](?![0-9a-f])|\[\w/i;

/** A host of names with a letter in the last, and perhaps a port of up to four digits: what needs no parser of addresses to be known as right. */
const plain = /^https?:\/\/(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*(?::\d{1,4})?(?:[/?#]|$)/i;

/** What is wrong with an address; undefined where nothing is, or where a reader is to fill something in. */
export function urlProblem(target: string): string | undefined {
  if (template.test(target)) return undefined;
  const host = plain.exec(target)?.[0];
  if (host !== undefined && !/(?:^|[./])xn--/i.test(host)) return undefined;
  const [, scheme = "", slashes = "", rest = ""] = /^([a-z]+):(\/*)([^]*)$/i.exec(target.startsWith("//") ? `https:${target}` : target) ?? [];
  // `http::StatusCode` is a path of Rust, as its documentation links to items.
  if (!/^https?$/i.test(scheme) || rest.startsWith(":")) return undefined;
  if (slashes.length !== 2)
    return `has ${slashes.length === 0 ? "no slashes" : slashes.length === 1 ? "one slash" : `${slashes.length} slashes`} behind \`${scheme}:\``;
  if (/^https?:?\/\//i.test(rest)) return "has its scheme twice";
  if (rest === "" || rest.startsWith("/") || rest.startsWith("?") || rest.startsWith("#")) return "has no host";
  try {
    const { hostname } = new URL(`https://${rest}`);
    return /\.\./.test(hostname) ? "has an empty part in its host" : undefined;
  } catch {
    return "is no address";
  }
}
