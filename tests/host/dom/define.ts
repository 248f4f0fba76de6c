// Adds members to a prototype as the app does: not enumerable, and each only once.

/** Methods and getters by name. `this` is the object they are called on. */
export function define(target: object, members: object): void {
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(members))) {
    if (Object.prototype.hasOwnProperty.call(target, name)) continue;
    Object.defineProperty(target, name, { ...descriptor, enumerable: false, configurable: true });
  }
}
