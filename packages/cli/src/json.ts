// JSON of others as it comes: nothing is known of its shape.

export type JsonMap = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is JsonMap => typeof value === "object" && value !== null && !Array.isArray(value);

/** Undefined for a text that is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
