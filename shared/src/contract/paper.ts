import { type Static, Type } from 'typebox'

/**
 * A text that people sign or keep (协议、告知书、收据): the same parts are shown on the phone, hashed, and set as PDF, so that
 * nobody signs anything but what they read.
 */
export const Paper = Type.Object({
  title: Type.String(),
  /** Under the title: a number, a date. */
  under: Type.String(),
  parts: Type.Array(
    Type.Union([
      Type.Object({ kind: Type.Literal('heading'), text: Type.String() }),
      Type.Object({ kind: Type.Literal('paragraph'), text: Type.String() }),
      /** Said so that nobody overlooks it (民法典 496). */
      Type.Object({ kind: Type.Literal('notice'), text: Type.String() }),
      /** Label and value, line by line. */
      Type.Object({
        kind: Type.Literal('facts'),
        rows: Type.Array(Type.Object({ label: Type.String(), text: Type.String() })),
      }),
      /** The last columns hold amounts or dates: `ends` says how many stand at the right. */
      Type.Object({
        kind: Type.Literal('table'),
        columns: Type.Array(Type.String()),
        ends: Type.Integer(),
        rows: Type.Array(Type.Array(Type.String())),
      }),
    ]),
  ),
})
export type Paper = Static<typeof Paper>
export type PaperPart = Paper['parts'][number]
