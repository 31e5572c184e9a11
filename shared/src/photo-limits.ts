/** How large a photo may be, and how many there may be. The phone makes large ones smaller before it sends them. */
export const photoLimits = {
  bytesMax: 4_000_000,
  /** On one application or dispute; also uploaded and not yet attached, of one person for one home. */
  perSubject: 9,
  /** Of one person. */
  perDay: 30,
} as const
