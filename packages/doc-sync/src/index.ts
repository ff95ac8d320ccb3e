// Documents that agree with their source of truth: statuses, cross-references, generated sections.
export const name = "doc-sync";
