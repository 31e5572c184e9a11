// Runs before anything that needs the pinned Node, and is plain JavaScript so that an old Node can say so too.
const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 24) {
  console.error(
    `This needs Node 24, which npm ci installs into the project, but Node ${process.versions.node} is running.\n` +
      'Start it through npm (npm start, npm test), and install with scripts allowed: npm ci.',
  )
  process.exit(1)
}
