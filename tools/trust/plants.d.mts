export const plants: readonly {
  readonly suite: string;
  readonly fault: string;
  readonly edits: readonly (readonly [file: string, from: string, to: string])[];
  readonly tests?: string;
}[];
