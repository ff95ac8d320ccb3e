// Anchors of headings as GitHub makes them.

// What stays is what Ruby calls a word character, the hyphen and the space (gjtorikian/html-pipeline, TableOfContentsFilter).
const removed = /[^\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}\- ]/gu;

// The same within ASCII, where most headings stay.
// oxlint-disable-next-line no-control-regex -- ASCII is what is asked for
const ascii = /^[\u0000-\u007f]*$/;
const removedOfAscii = /[^\w\- ]/g;
const plain = /^[\w\- ]*$/;

/** The anchor of one heading's text, before repeated ones are numbered. */
export function githubSlug(text: string): string {
  if (plain.test(text)) return text.toLowerCase().replaceAll(" ", "-");
  if (ascii.test(text)) return text.toLowerCase().replace(removedOfAscii, "").replaceAll(" ", "-");
  return text.toLowerCase().replace(removed, "").replace(/ /g, "-");
}

/** Gives `foo`, `foo-1`, `foo-2`; a number that a heading bears literally is passed over. */
export function slugCounter(): (text: string) => string {
  const counts = new Map<string, number>();
  return (text) => {
    const base = githubSlug(text);
    let slug = base;
    while (counts.has(slug)) {
      const count = (counts.get(base) ?? 0) + 1;
      counts.set(base, count);
      slug = `${base}-${count}`;
    }
    counts.set(slug, 0);
    return slug;
  };
}
