// Names of keys that an application draws for itself: whoever starts it at home has others.
const ownName =
  /app[-_]?key$|secret[-_]?key[-_]?base|cookie|session|hmac|jwt|sign|encr|cipher|crypt|pepper|salt|secret[-_]?key$|^(?:app|application)?_?secrets?$|^key$/i;

export const isOwnName = (name: string): boolean => ownName.test(name);
