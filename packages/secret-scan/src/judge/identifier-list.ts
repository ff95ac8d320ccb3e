// A list of identifiers, one of whose names has a word for a secret: `OnePassword = "<uuid>"` among the other programs that the list names.

const [reach, fewest] = [1200, 4];
const row =
  /(?:^|\n)[ \t]{0,40}(?:\w{1,20} ){0,3}["']?([A-Za-z][\w .-]{0,60})["']?[ \t]{0,20}(?::|=|=>|:=)[ \t]{0,8}["'][0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}["'][,;]?[ \t]*(?=\r?\n)/gi;
/** Names of what a client has beside its secret: its own id and its tenant's. */
const beside = /ids?$|tenant|subscription|client|account|project|user|org|workspace|key|secret|token|cred|pass(?:word)?s?$/i;

/** Whether the lines around a UUID give UUIDs to names as well that mean no secret, and nothing that a secret comes with. */
export function isInIdentifierList(text: string, start: number, end: number): boolean {
  const around = text.slice(Math.max(0, start - reach), end + reach);
  const others = new Set<string>();
  for (const [, name = ""] of around.matchAll(row)) if (!beside.test(name)) others.add(name);
  return others.size >= fewest;
}
