// The package in the making: its check follows.
export { version } from "./version.js";
