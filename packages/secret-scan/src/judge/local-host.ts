// Hosts that are reached from one machine or one set of containers alone, and those of examples (RFC 2606, RFC 6762).
const local =
  /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\]|host|hostname|server|db|database|postgres|mysql|redis|rabbitmq|mongo(?:db)?|example|proxy|(?:[\w-]+\.)*example\.(?:com|org|net|edu)|(?:[\w-]+\.)*(?:test|local|localhost|invalid|example|internal))$/i;

/** Whether a password for this host opens nothing to strangers. */
export function isLocalHost(host: string): boolean {
  return local.test(host);
}
