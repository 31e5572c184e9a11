/** What whoever drives the emulator got wrong. */
export class ControlError extends Error {}
