// The metadata cache.
export { MetadataCache } from "./metadata-cache";
export { isKey, keyOf, stored, type CacheStore } from "./stored";
