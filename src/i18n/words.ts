// Every word of the interface, as a type: English has them all, and a language that lacks one does not compile.
import type { en } from "./en";

export type Words = typeof en;
