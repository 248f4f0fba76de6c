// The app's account of itself and of where it runs.

export const apiVersion = "1.13.7";

/** True if the app is at least of this version. */
export function requireApiVersion(version: string): boolean {
  const [have, need] = [apiVersion, version].map((text) => text.split(".").map(Number));
  for (const index of [0, 1, 2]) {
    const difference = (have?.[index] ?? 0) - (need?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** The kind of device the app runs on. */
export type Device = "desktop" | "tablet" | "phone";

export const Platform = {
  isDesktop: true,
  isMobile: false,
  isDesktopApp: true,
  isMobileApp: false,
  isIosApp: false,
  isAndroidApp: false,
  isPhone: false,
  isTablet: false,
  isMacOS: false,
  isWin: false,
  isLinux: true,
  isSafari: false,
  resourcePathPrefix: "app://local/",
};

/**
 * Makes the app one that runs there; before it starts. Of Apple's devices iPhones and iPads say that they are Macs, as
 * obsidian.d.ts has it; the others are Linux and Android.
 */
export function setDevice(device: Device, isApple = false): void {
  const isMobile = device !== "desktop";
  Object.assign(Platform, {
    isMobile,
    isMobileApp: isMobile,
    isAndroidApp: isMobile && !isApple,
    isIosApp: isMobile && isApple,
    isMacOS: isApple,
    isSafari: isMobile && isApple,
    isPhone: device === "phone",
    isTablet: device === "tablet",
  });
  Object.assign(Platform, { isDesktop: !isMobile, isDesktopApp: !isMobile, isLinux: !isMobile && !isApple });
}

let language = "en";

/** The interface's languages that are written from right to left. */
const RTL_LANGUAGES: readonly string[] = ["ar", "fa", "he", "ur"];

/** The code of the interface's language. */
export function getLanguage(): string {
  return language;
}

/** True if the interface's language is written from right to left. */
export function isRtl(): boolean {
  return RTL_LANGUAGES.includes(language);
}

/** Sets the interface's language, as a restart with another setting would. */
export function setLanguage(code: string): void {
  language = code;
}

/** A vault path in the app's form: single slashes, none at the ends, plain spaces, composed characters. */
export function normalizePath(path: string): string {
  const cleaned = path
    .replace(/([\\/])+/g, "/")
    .replace(/^\/+|\/+$/g, "")
    .replace(/\u00A0|\u202F/g, " ")
    .normalize("NFC");
  return cleaned === "" ? "/" : cleaned;
}
