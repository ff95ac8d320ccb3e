// Finds the real secrets in files and history, not the placeholders.
export const name = "secret-scan";
