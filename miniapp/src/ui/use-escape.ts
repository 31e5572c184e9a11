/** A phone has no Escape key. */
export function useEscape(_active: boolean, _close: () => void): void {
  // Nothing to listen to in the mini-program.
}
