// A link by where it stands and where it leads, so that what programs say of it can be compared.

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Slashes at the end and letter case of anchors decide nothing on GitHub. */
export function key(document: string, path: string, anchor: string | undefined): string {
  return `${document} -> ${decoded(path).replace(/\/+$/, "").normalize()}${anchor === undefined || anchor === "" ? "" : `#${decoded(anchor).toLowerCase()}`}`;
}
