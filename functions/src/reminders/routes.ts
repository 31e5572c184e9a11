export { campaignsRoutes } from './campaigns/routes.ts'
export { subscriptionsRoutes } from './credits/routes.ts'
export { noticesRoutes } from './inbox/routes.ts'
export { wordingsRoutes } from './wordings/routes.ts'
