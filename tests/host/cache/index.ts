// The metadata cache.
export { MetadataCache } from "./metadata-cache";
export { stored, type CacheStore } from "./stored";
