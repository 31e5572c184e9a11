import { qrCode } from '@anjiao/shared/qr-code'

/** A QR code as an image in one address. */
export const qrImage = (text: string): string => `data:image/svg+xml,${encodeURIComponent(qrCode(text))}`
