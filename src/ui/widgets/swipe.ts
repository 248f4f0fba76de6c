// Fingers that go sideways on a phone: Obsidian moves its drawers under them, but for what says otherwise.

/** The attributes of an element that itself scrolls sideways. */
export const SCROLLS_SIDEWAYS = { "data-ignore-swipe": "true" } as const;
