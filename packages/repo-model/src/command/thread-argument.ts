// In a file of its own: who asks for it, at each start, opens nothing else for it.

/** What the program is begun with as a thread. */
export const threadArgument = "--thread-of-caio";
