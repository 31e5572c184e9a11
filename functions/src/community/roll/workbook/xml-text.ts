/** Text as a workbook stores it: control characters stand as `_x000D_` (ECMA-376-1 22.9.2.19, ST_Xstring). */
export const xmlText = (stored: string): string =>
  stored.includes('_x')
    ? stored.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : stored
