// What is found in the files of other hook managers: each reader judges its own form.
import type { Draft } from "@caio/repo-model/check";

export interface OtherFacts {
  readonly kind: "other";
  readonly faults: readonly (Draft & { readonly rule: string })[];
}
export type OtherFault = OtherFacts["faults"][number];
