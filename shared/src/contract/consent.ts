import { type Static, Type } from 'typebox'

/** One tick of its own for each consent (个人信息保护法 14; 民法典 496). */
export const Consent = Type.Object({ key: Type.String(), text: Type.String(), required: Type.Boolean() })
export type Consent = Static<typeof Consent>
