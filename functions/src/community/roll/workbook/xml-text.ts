/**
 * Text as a workbook stores it: control characters stand as `_x000D_` (ECMA-376-1 22.9.2.19, ST_Xstring). Of these
 * only line breaks and tabs are kept; a database takes no NUL, and a person none of the others.
 */
export const xmlText = (stored: string): string =>
  stored.includes('_x')
    ? stored.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => character(Number.parseInt(code, 16)))
    : stored

const character = (code: number): string =>
  (code < 0x20 && ![9, 10, 13].includes(code)) || (code >= 0xd800 && code <= 0xdfff)
    ? ''
    : String.fromCharCode(code)
