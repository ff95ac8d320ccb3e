// The bin of @caio/cli.
export const name = "caio";
