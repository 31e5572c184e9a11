/** `npm run migrate`: brings the schema up to date, of the embedded database or of the server that DATABASE_OWNER_URL names. */
import { migrate } from '../../platform/migrate.ts'
import { openLocalDatabase } from '../open-database.ts'

const ownerUrl = process.env.DATABASE_OWNER_URL
if (ownerUrl) console.log((await migrate(ownerUrl)).join('\n') || 'nothing to do')
else await (await openLocalDatabase()).close()
