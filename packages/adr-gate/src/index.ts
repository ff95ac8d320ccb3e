// A change to a guardrail needs a decision record; a change to documentation does not.
export const name = "adr-gate";
