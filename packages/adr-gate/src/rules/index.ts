// The rules of adr-gate: one for each reason to fail.
export { adrAmbiguous } from "./adr-ambiguous.js";
export { adrDeprecated } from "./adr-deprecated.js";
export { adrForeignRepo } from "./adr-foreign-repo.js";
export { adrMissing } from "./adr-missing.js";
export { adrNoStatus } from "./adr-no-status.js";
export { adrNotARecord } from "./adr-not-a-record.js";
export { adrNotAccepted } from "./adr-not-accepted.js";
export { adrNotOnBase } from "./adr-not-on-base.js";
export { adrOutOfScope } from "./adr-out-of-scope.js";
export { adrRejected } from "./adr-rejected.js";
export { adrSuperseded } from "./adr-superseded.js";
export { adrTooOld } from "./adr-too-old.js";
export { noReference } from "./no-reference.js";
export { waiverDisabled } from "./waiver-disabled.js";
export { waiverNoReason } from "./waiver-no-reason.js";
