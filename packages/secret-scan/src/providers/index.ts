// All providers: the tables, in the order in which they win where two of them match one token.
import { artificialIntelligence } from "./artificial-intelligence.js";
import { cloud } from "./cloud.js";
import type { Provider } from "./provider.js";
import { services } from "./services.js";
import { sourceControl } from "./source-control.js";

/** Every kind of token that is known. */
export const providers: readonly Provider[] = [...sourceControl, ...cloud, ...artificialIntelligence, ...services];
export type { Provider } from "./provider.js";
