// The clipboard of the window that the reader is in.

export function copyText(text: string): Promise<void> {
  return activeWindow.navigator.clipboard.writeText(text);
}
