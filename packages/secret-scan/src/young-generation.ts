// How much memory V8 takes for what is used once.

const setFlag = (flag: string): void => process.getBuiltinModule("node:v8").setFlagsFromString(flag);

/**
 * While many files are listed and read one after the other: V8 doubles the room for new objects up to 48 MB, and looks into it only when it is full, so that the
 * texts of large files, which lie elsewhere, pile up behind objects of a few bytes. A room that stays small is looked through often, at no cost
 * that can be measured where little is kept. Gives what lets it grow again, for those who keep much.
 */
export function keepYoungSmall(): () => void {
  setFlag("--semi-space-growth-factor=1");
  return () => setFlag("--semi-space-growth-factor=2");
}
