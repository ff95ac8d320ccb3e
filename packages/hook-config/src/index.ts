// Git-hook configuration that is valid, current and migrated without a byte of noise.
export const name = "hook-config";
