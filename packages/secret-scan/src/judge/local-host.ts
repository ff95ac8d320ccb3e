// Hosts that open nothing to strangers: this machine, and those of examples (RFC 2606).
import { looksRandom } from "./randomness.js";

const machine =
  /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\]|host\.docker\.internal|host|hostname|server|example|(?:[\w-]+\.)*example\.(?:com|org|net|edu)|(?:[\w-]+\.)*(?:test|localhost|invalid|example))$/i;
// Names of one word, as containers beside one another have them.
const container = /^(?:db|database|postgres|postgresql|mysql|mariadb|redis|rabbitmq|mongo(?:db)?|proxy|(?:[\w-]+\.)*local)$/i;

/** Whether a password for this host opens nothing to strangers. A password that was drawn by chance is no container's for a trial. */
export function isLocalHost(host: string, password: string): boolean {
  return machine.test(host) || (container.test(host) && !looksRandom(password));
}
