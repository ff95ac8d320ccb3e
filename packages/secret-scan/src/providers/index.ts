// All providers: the tables, in the order in which they win where two of them match one token.
import { artificialIntelligence } from "./artificial-intelligence.js";
import { buildServices } from "./build-services.js";
import { cloud } from "./cloud.js";
import { commerce } from "./commerce.js";
import { databases } from "./databases.js";
import { hosting } from "./hosting.js";
import { identity } from "./identity.js";
import { messaging } from "./messaging.js";
import { monitoring } from "./monitoring.js";
import { moreServices } from "./more-services.js";
import type { Provider } from "./provider.js";
import { services } from "./services.js";
import { sourceControl } from "./source-control.js";
import { workspace } from "./workspace.js";

/** Every kind of token that is known. */
export const providers: readonly Provider[] = [
  ...sourceControl,
  ...cloud,
  ...artificialIntelligence,
  ...services,
  ...buildServices,
  ...hosting,
  ...databases,
  ...identity,
  ...monitoring,
  ...messaging,
  ...commerce,
  ...workspace,
  ...moreServices,
];
export type { Provider } from "./provider.js";
