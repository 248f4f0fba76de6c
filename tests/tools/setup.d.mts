// Types of setup.mjs for the driver, which is TypeScript.

/** The program file of an installed browser, or null. */
export function findBrowser(): string | null;
