// The rules that hold until the reader sets others.
import { rulesOf } from "../src/core/read/detect";
import { DEFAULT_SETTINGS } from "../src/settings/settings";

export const DEFAULT_RULES = rulesOf(DEFAULT_SETTINGS);
