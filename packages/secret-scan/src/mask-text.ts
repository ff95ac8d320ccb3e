// Masks secrets in any text: the part of the package that a report needs of it, which loads nothing else.
export { maskText } from "./mask.js";
