import { join } from 'node:path'

/** Where this checkout keeps what it makes. */
export const checkout = join(import.meta.dirname, '../../..')
export const localFolder = join(checkout, '.local')
export const pagesFolder = join(checkout, 'miniapp/dist/h5')
export const sampleRoll = join(checkout, 'functions/test-data/sunshine-garden.xlsx')
