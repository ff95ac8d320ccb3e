// Hosts that open nothing to strangers: this machine, and those of examples (RFC 2606).
import { looksRandom } from "./randomness.js";

const machine =
  /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\]|host\.docker\.internal|host|hostname|server|example|(?:[\w-]+\.)*example\.(?:com|org|net|edu)|(?:[\w-]+\.)*(?:test|localhost|invalid|example))$/i;
// Names of one word, as containers beside one another have them.
const container = /^(?:db|database|postgres|postgresql|mysql|mariadb|redis|rabbitmq|mongo(?:db)?|proxy|(?:[\w-]+\.)*local)$/i;

/** Names that lead to this machine wherever they are asked for, or are of nets of one's own (RFC 6761, RFC 6762, RFC 8375, RFC 1918). */
const ownNet =
  /^(?:localhost|(?:[\w-]+\.)*(?:localhost|local|internal|lan|home\.arpa|localtest\.me|lvh\.me|nip\.io|sslip\.io)|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|0\.0\.0\.0|\[::1?\]|[a-z][\w-]*)$/i;

/** Whether a host is this machine, one beside it (a name of one word) or of a private net. */
export const isLocalName = (host: string): boolean => ownNet.test(host);

/** Whether a password for this host opens nothing to strangers. A password that was drawn by chance is no container's for a trial. */
export function isLocalHost(host: string, password: string): boolean {
  return machine.test(host) || (container.test(host) && !looksRandom(password));
}
