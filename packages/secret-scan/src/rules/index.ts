// The rules of secret-scan.
export { authorization } from "./authorization.js";
export { connectionString } from "./connection-string.js";
export { credentialFile } from "./credential-file.js";
export { customSecret } from "./custom-secret.js";
export { genericSecret } from "./generic-secret.js";
export { privateKey } from "./private-key.js";
export { providerToken } from "./provider-token.js";
export { staleAllow } from "./stale-allow.js";
