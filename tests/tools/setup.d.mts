// Types of setup.mjs for the driver, which is TypeScript.

/** The program file of an installed browser. Throws one sentence if there is none. */
export function browserPath(): string;
